package dev.colophon.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import dev.colophon.model.Capture;
import dev.colophon.model.DateClaim;
import dev.colophon.model.Declared;
import dev.colophon.model.Extraction;
import dev.colophon.model.Headline;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Origin;
import dev.colophon.model.RejectReason;
import dev.colophon.pipeline.MetadataLines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReaderTest {
    private static Extraction read(String markdown) throws ExtractionException {
        byte[] bytes = markdown.getBytes(UTF_8);
        return read(Capture.of(Origin.ofFile("notes.md", bytes.length), bytes));
    }

    private static Extraction read(String markdown, String title) throws ExtractionException {
        byte[] bytes = markdown.getBytes(UTF_8);
        Declared declared =
                new Declared(new Headline(title, null, null), null, null, null, List.of(), null, List.of(), List.of());
        Origin origin = Origin.ofFile("dump.jsonl", bytes.length);
        return read(new Capture(origin, null, null, "text/markdown", null, null, null, declared, bytes));
    }

    private static Extraction read(Capture capture) throws ExtractionException {
        return new MarkdownReader(new MetadataLines(), 1 << 20).extract(capture, "text/markdown");
    }

    private static List<String> body(Extraction extraction) {
        return extraction.blocks().stream()
                .filter(block -> block.kind() == BlockKind.BODY)
                .map(Block::text)
                .toList();
    }

    @Test
    void theTextStandsWithoutItsMarks() throws Exception {
        Extraction read = read("""
                ![the harbour](harbour.jpg)

                # The *old* harbour

                By [Mina Hallow](/people/mina)

                The **ferry** leaves at `ten`,
                says [the board](https://board.example "today").

                * one &amp; two
                * three

                > A quote.

                ```sh
                ls -l
                cat a
                ```

                | Day | Boats |
                |-----|------:|
                | Mon | 12    |

                Second heading
                --------------

                <div>HTML <b>too</b><script>no()</script></div>
                """);
        assertThat(read.headline().title()).isEqualTo("The old harbour");
        assertThat(read.names()).extracting(NameClaim::raw).containsExactly("By Mina Hallow");
        assertThat(body(read))
                .containsExactly(
                        "The ferry leaves at ten, says the board.",
                        "one & two",
                        "three",
                        "A quote.",
                        "ls -l\ncat a",
                        "Day | Boats",
                        "Mon | 12",
                        "Second heading",
                        "HTML too");
    }

    @Test
    void linesOfScriptsWithoutSpacesAreJoinedAndProgramsKeepTheirShape() throws Exception {
        Extraction read = read("""
                # 港

                これは
                日本語です。

                ```python
                def f():

                    return 1
                ```

                The ferry
                leaves.
                """);
        assertThat(body(read)).containsExactly("これは日本語です。", "def f():\n\n    return 1", "The ferry leaves.");
    }

    @Test
    void ofTheTitleThatADumpStatesTheHeadingIsKept() throws Exception {
        String page = "[Home](/)\n\n## Latest\n\n# Council votes on the bridge\n\nThe council voted on Monday.\n";
        assertThat(read(page, "Council votes on the bridge | The Herald")
                        .headline()
                        .title())
                .isEqualTo("Council votes on the bridge");
        assertThat(read(page, "Council votes on the bridges of the county")
                        .headline()
                        .title())
                .isEqualTo("Council votes on the bridges of the county");
    }

    @Test
    void frontMatterTellsTitleAuthorsAndDates() throws Exception {
        Extraction read = read("""
                ---
                title: "Ferries: a history"
                authors:
                  - Mina Hallow
                  - Avro Sen
                date: 2025-06-05T23:45:00+05:30
                lastmod: 2025-06-07
                description: Boats.
                tags: [ferry, "old harbour"]
                draft: false
                ---
                The first ferry was built in a shed behind the church.
                """);
        assertThat(read.headline().title()).isEqualTo("Ferries: a history");
        assertThat(read.headline().description()).isEqualTo("Boats.");
        assertThat(read.names()).extracting(NameClaim::raw).containsExactly("Mina Hallow", "Avro Sen");
        assertThat(read.dates())
                .extracting(DateClaim::meaning)
                .containsExactly(DateClaim.Meaning.PUBLISHED, DateClaim.Meaning.MODIFIED);
        assertThat(read.tags()).containsExactly("ferry", "old harbour");
        assertThat(body(read)).containsExactly("The first ferry was built in a shed behind the church.");
    }

    @Test
    void aRuleAboveTheTextIsNoFrontMatter() throws Exception {
        Extraction read = read("---\n\nThe ferry was late.\n\nIts crew was not.\n\n---\n\nThe end.\n");
        assertThat(body(read)).containsExactly("The ferry was late.", "Its crew was not.", "The end.");
        assertThat(read.headline().title()).isNull();
    }

    @Test
    void aDocumentOfNothingButMarksIsEmpty() {
        assertThatThrownBy(() -> read("![](a.png)\n\n---\n"))
                .isInstanceOfSatisfying(
                        ExtractionException.class,
                        fault -> assertThat(fault.reason()).isEqualTo(RejectReason.EMPTY));
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(
            strings = {
                "[",
                "*a ",
                "**a",
                "> ",
                "- ",
                "`",
                "<",
                "![",
                "[a](",
                "a|",
                "_a*",
                "&",
                "#",
                "[a]: b\n",
                "\\",
                "<!--",
                "1. "
            })
    void longRowsOfMarksCostNoTime(String marks) throws ExtractionException {
        Extraction read = read(marks.repeat(100_000 / marks.length()) + "\n\nThe end of it.");
        assertThat(read == null || !read.blocks().isEmpty())
                .as("plain text, or blocks")
                .isTrue();
    }

    @Test
    void tangledTextIsLeftToAnotherReader() throws Exception {
        assertThat(read("# Pier\n\n" + "<a ".repeat(100_000))).isNull();
        assertThat(read("# Pier\n\n" + "a\n".repeat(100_000))).isNull();
    }

    @Test
    void longListsAndTablesAreParsed() throws Exception {
        assertThat(read("# Pier\n\n" + "- a boat came in\n".repeat(20_000)).text())
                .contains("a boat came in");
        assertThat(read("|a|b|\n|-|-|\n" + "|a<br>b|c|\n".repeat(20_000)).text())
                .contains("c");
        String lines = "A boat came in.\n\n".repeat(20_000);
        assertThat(MarkdownReader.steps(lines)).isLessThan(100_000);
        assertThat(MarkdownReader.steps(lines.replace("\n", "\r\n"))).isLessThan(100_000);
    }
}
