package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.extract.Paragraphs.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphsTest {
    @Test
    void blankLinesPartParagraphs() {
        assertThat(Paragraphs.of("one\r\n\r\n  two \n\n\nthree"))
                .containsExactly(new Paragraph("one", 1), new Paragraph("two", 3), new Paragraph("three", 6));
    }

    @Test
    void everyLineIsOneWhereThereAreNoBlankLines() {
        assertThat(Paragraphs.of("Headline\nA first paragraph.\nA second one.")).hasSize(3);
    }

    @Test
    void linesBrokenAtAMarginAreJoined() {
        String wrapped = "The harbour of the small town was closed on Monday after a storm had\n"
                + "torn two of the older piers from their moorings, and nobody could say in the exam-\n"
                + "ple of last year's flood how long the repairs were going to take.\n\n"
                + "Fishermen waited.";

        assertThat(Paragraphs.of(wrapped))
                .extracting(Paragraph::text)
                .containsExactly(
                        "The harbour of the small town was closed on Monday after a storm had torn two of the older piers"
                                + " from their moorings, and nobody could say in the example of last year's flood how long"
                                + " the repairs were going to take.",
                        "Fishermen waited.");
    }

    @Test
    void hyphensOfCompoundsAndNamesStay() {
        assertThat(glued("state-of-the-", "art")).isEqualTo("state-of-the-art");
        assertThat(glued("Smith-", "Jones")).isEqualTo("Smith-Jones");
        assertThat(glued("e-", "mail")).isEqualTo("e-mail");
        assertThat(glued("soft\u00AD", "ware")).isEqualTo("software");
    }

    @Test
    void scriptsWithoutSpacesGetNone() {
        assertThat(glued("日本の経", "済")).isEqualTo("日本の経済");
        assertThat(glued("한국의", "경제")).isEqualTo("한국의 경제");
    }

    private static String glued(String first, String second) {
        StringBuilder line = new StringBuilder(first);
        Paragraphs.glue(line, second);
        return line.toString();
    }

    private static List<String> texts(String text) {
        return Paragraphs.of(text).stream().map(Paragraph::text).toList();
    }

    @Test
    void quotedLinesAreJoinedWithoutTheirSigns() {
        assertThat(texts("Hi Imke,\n\nOn Monday Jon wrote:\n"
                        + "> The ferry was taken out of service on Monday because the\n"
                        + "> engine had to be looked at by somebody who knows engines of\n"
                        + "> that age.\n>\n"
                        + ">> And who would that be, in a village of sixty people, of whom\n"
                        + ">> two have ever seen an engine, and none of them from within?\n"
                        + "Nobody.\n"))
                .containsExactly(
                        "Hi Imke,",
                        "On Monday Jon wrote:",
                        "> The ferry was taken out of service on Monday because the engine had to be looked at by somebody"
                                + " who knows engines of that age.",
                        ">> And who would that be, in a village of sixty people, of whom two have ever seen an engine, and"
                                + " none of them from within?",
                        "Nobody.");
    }

    @Test
    void shortQuotedLinesKeepTheirSigns() {
        String before = "T\n\na\n\nb\n\nc\n\nd\n\ne\n\nf\n\n";
        assertThat(texts(before + "> Thanks,\n> Jon").get(7)).isEqualTo("> Thanks,\n> Jon");
    }

    @Test
    void aQuotedLineMayBeginWithFrom() {
        assertThat(texts("> The road was closed for three weeks after the storm, so that nobody\n"
                        + "> From the village could reach the harbour but by boat, and the boats\n"
                        + "> were few."))
                .hasSize(1);
    }

    @Test
    void whatAMailboxEscapesIsNoQuotation() {
        assertThat(texts("The road was closed for three weeks after the storm, so that nobody\n"
                        + ">From the village could reach the harbour but by boat, and the boats\n"
                        + "were few."))
                .hasSize(1);
    }

    @Test
    void anAddressSaysNothingOfTheMargin() {
        String address = "https://harbour.example/" + "announcement/".repeat(9);
        assertThat(texts("The harbour of the small town was closed on Monday after a storm had\n"
                        + "torn two of the older piers from their moorings, as is written at\n"
                        + address + "\nand in the paper of the day after, which nobody in the town has read\nso far."))
                .containsExactly(
                        "The harbour of the small town was closed on Monday after a storm had torn two of the older"
                                + " piers from their moorings, as is written at " + address
                                + " and in the paper of the day"
                                + " after, which nobody in the town has read so far.");
    }

    @Test
    void verseStaysTogether() {
        assertThat(Paragraphs.of("T\n\na\n\nb\n\nc\n\nd\n\ne\n\nf\n\nroses red\nviolets blue")
                        .get(7)
                        .text())
                .isEqualTo("roses red\nviolets blue");
    }

    @Test
    void linesKeepTheirNumbersForTheEvidence() {
        assertThat(Paragraphs.lines("a\u2028b\rc")).isEqualTo(List.of("a", "b", "c"));
    }
}
