package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages that a browser's scripts fill: their text is in the data of those scripts. */
class ScriptedPagesTest {
    private static final String HEAD = "<title>The ferry to the islands sails again</title>"
            + "<meta name='description' content='After two winters the ferry sails again.'>";

    private static String text(String head, String body) throws ExtractionException {
        return Pages.read("<html><head>" + head + "</head><body>" + body + "</body></html>").blocks().stream()
                .filter(block -> block.kind() == BlockKind.BODY)
                .map(Block::text)
                .collect(Collectors.joining("\n"));
    }

    private static String paragraph(int number) {
        return "On day " + number
                + " the ferry to the islands left the old harbour with forty people on board, two cows and "
                + "a piano that nobody had ordered, and it sails again in the evening with the post.";
    }

    private static String paragraphs(String format) {
        return IntStream.range(0, 6)
                .mapToObj(i -> String.format(format, paragraph(i)))
                .collect(Collectors.joining());
    }

    @Test
    void paragraphsInTheStateOfThePageAreItsText() throws ExtractionException {
        String state = "{\"story\":{\"elements\":[" + paragraphs("{\"type\":\"text\",\"content\":\"%s\"},") + "{}]},"
                + "\"consent\":{\"note\":\"<p>" + "We use cookies to make this site better for you. ".repeat(60)
                + "</p>\"}}";
        String text = text(HEAD, "<div id='root'></div><script>window.state=" + state + "</script>");
        assertThat(text).startsWith(paragraph(0)).endsWith(paragraph(5)).doesNotContain("cookies");
    }

    @Test
    void markupInChunksIsReadAsMarkup() throws ExtractionException {
        String chunk = paragraphs("\\u003cp class=\\\"e\\\"\\u003e%s\\u003c/p\\u003e");
        String text = text(
                HEAD,
                "<script>self.__next_f.push([1,\"12:T1a2b,\"])</script><script>self.__next_f.push([1,\"" + chunk
                        + "\"])</script>");
        assertThat(text.lines()).hasSize(6).allMatch(line -> line.startsWith("On day "));
    }

    @Test
    void dataThatSpeaksOfSomethingElseIsNoText() throws ExtractionException {
        String state = "{\"items\":[" + paragraphs("{\"content\":\"%s\"},") + "{}]}";
        String head =
                "<title>Prices of apples fall</title><meta name='description' content='Orchards had a good year.'>";
        assertThat(text(head, "<p>Loading</p><script>var state = " + state + "</script>"))
                .doesNotContain("ferry");
    }

    @Test
    void aPageThatShowsItsTextIsReadAsItIsShown() throws ExtractionException {
        String shown = paragraphs("<p>%s</p>");
        String state =
                "{\"body\":\"" + paragraphs("<p>%s</p><p>An unseen paragraph of the ferry to the islands.</p>") + "\"}";
        assertThat(text(
                        HEAD,
                        "<h1>The ferry sails again</h1><article>" + shown + "</article><script>var s=" + state
                                + "</script>"))
                .doesNotContain("unseen");
    }
}
