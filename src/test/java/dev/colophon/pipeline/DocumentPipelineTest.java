package dev.colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.extract.ExtractLimits;
import dev.colophon.model.Capture;
import dev.colophon.model.Document;
import dev.colophon.model.Origin;
import dev.colophon.model.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentPipelineTest {
    private static final String PARAGRAPH = "<p>The ferry left the old pier a little after six in the morning, with"
            + " forty passengers, two bicycles and a crate of hens on board, and nobody on the quay to wave.</p>";
    private static final String PAGE = "<!doctype html><html lang=en><head><title>The ferry leaves</title></head><body>"
            + "<article><h1>The ferry leaves</h1>" + PARAGRAPH.replace("six", "five")
            + "<figure><img src=a.jpg><figcaption>The pier at dawn, before the crowd.</figcaption></figure>"
            + PARAGRAPH + PARAGRAPH.replace("six", "seven")
            + "<section class=comments id=comments><h2>Comments</h2><div class=comment><p>My uncle was"
            + " the one with the hens, and he says there were six of them.</p></div></section></article></body></html>";

    @TempDir
    Path temporary;

    private String text(TextSelection selection, String name, String body) {
        return document(selection, name, null, body).content().text();
    }

    private Document document(TextSelection selection, String name, @Nullable String url, String body) {
        ExtractLimits limits = new ExtractLimits(Duration.ofSeconds(30), 256L << 20, 1, 1_000_000, 200, temporary);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (DocumentPipeline pipeline =
                new DocumentPipeline(new PipelineSettings(limits, selection, Publishers.NONE, null))) {
            Capture capture = new Capture(Origin.ofFile(name, bytes.length), url, null, null, null, null, null, bytes);
            return ((Outcome.Accepted) pipeline.process(capture)).document();
        }
    }

    @Test
    void captionsAndCommentsComeIntoTheTextWhereTheSettingsSaySo() {
        String body = text(TextSelection.BODY, "ferry.html", PAGE);
        assertThat(body).contains("after five", "after seven").doesNotContain("pier at dawn", "My uncle");
        assertThat(text(new TextSelection(true, true), "ferry.html", PAGE))
                .containsSubsequence("after five", "The pier at dawn", "after six", "after seven", "My uncle");
    }

    private @Nullable String languageOfPicture(String lang, String title) {
        String page = "<html" + lang + "><head><title>" + title + "</title><meta name=author content='Ida Holm'></head>"
                + "<body><img src=a.jpg></body></html>";
        return document(TextSelection.BODY, "picture.html", null, page)
                .content()
                .language();
    }

    @Test
    void aPageWithoutTextIsInTheLanguageOfItsTitleWhereThatTellsIt() {
        assertThat(languageOfPicture(" lang=ja", "港の朝")).isEqualTo("ja");
        assertThat(languageOfPicture("", "The old harbour of the town in the morning, before the boats come in"))
                .isEqualTo("en");
        assertThat(languageOfPicture("", "Replace links")).isNull();
    }

    @Test
    void plainTextIsTheSameUnderEverySelection() {
        String dump = "The ferry leaves\n\nThe ferry left the old pier a little after six.\n\nNobody waved.\n";
        assertThat(text(new TextSelection(true, true), "ferry.txt", dump))
                .isEqualTo(text(TextSelection.BODY, "ferry.txt", dump));
    }

    private static final String ARCHIVE = "https://web.archive.org/web/20200105123456/";
    private static final String REPLAYED = PAGE.replace(
                    "<head>",
                    "<head><script>__wm.wombat('https://example.org/ferry')</script><link rel=canonical href='"
                            + ARCHIVE + "https://example.org/ferry'>")
            .replace(
                    "<body>",
                    "<body><div id=wm-ipp-base>3 captures <b>05 Dec 2019 - 12 Mar 2021</b><p>"
                            + PARAGRAPH.replace("six", "ten") + "</p></div>")
            .replace(
                    "<h1>The ferry leaves</h1>",
                    "<h1>The ferry leaves</h1><p class=byline>By <a rel=author href='/web/20200105123456/https://example.org/ida'>Ida"
                            + " Holm</a> <span class=date>2 days ago</span></p>");

    private static void assertOriginal(Document document) {
        assertThat(document.identity().url()).isEqualTo("https://example.org/ferry");
        assertThat(document.identity().urlCanonical()).isEqualTo("https://example.org/ferry");
        assertThat(document.capturedAt()).isEqualTo("2020-01-05T12:34:56Z");
        assertThat(document.publication().date()).isEqualTo("2020-01-03");
        assertThat(document.content().text()).contains("after five").doesNotContain("after ten", "captures");
        assertThat(document.credits().contributors().get(0).reference()).isEqualTo("https://example.org/ida");
    }

    @Test
    void aPageThatAWebArchiveShowsIsReadAsThePageThatItCaptured() {
        assertOriginal(document(TextSelection.BODY, "a.html", ARCHIVE + "https://example.org/ferry", REPLAYED));
        assertOriginal(document(TextSelection.BODY, "a.html", null, REPLAYED));
    }
}
