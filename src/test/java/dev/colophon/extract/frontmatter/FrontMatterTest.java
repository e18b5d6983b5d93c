package dev.colophon.extract.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\n\nThe mill stood still.\n\nNobody knew why.\n\n---\n\nThe end.\n",
                "---\nThe mill stood still.\n---\nThe end.\n",
                "---\n\nNote: the mill stood still.\n\n---\n\nThe end.\n",
                "---\n- flour\n- bran\n---\nThe end.\n",
                "---\ntitle: The mill\n\nNothing closes this.\n",
                "---\n---\nThe end.\n",
                "+++\nThe mill stood still.\n+++\nThe end.\n",
                "{curly words}\n\nThe end.\n",
                "{\"a\": 1} is what the mill wrote.\n",
                "{\"a\": 1}\n\nThe end.\n",
                "The end.\n---\ntitle: x\n---\n",
                "",
            })
    void whatIsNoMappingIsText(String text) {
        assertThat(FrontMatter.of(text).text()).isEqualTo(text);
        assertThat(FrontMatter.of(text).fields()).isEmpty();
    }

    private static void assertMill(FrontMatter read) {
        assertThat(read.text().strip()).isEqualTo("The mill stood still.");
        assertThat(read.fields())
                .containsEntry("dc:title", List.of("The mill: a history"))
                .containsEntry("dc:creator", List.of("Mina Hallow", "Avro Sen"))
                .containsEntry("dcterms:created", List.of("2024-03-01T08:00:00+01:00"))
                .containsEntry("dc:subject", List.of("mill", "old town"));
    }

    @Test
    void readsYaml() {
        assertMill(FrontMatter.of("""
                ---
                # about the page
                title: >
                  The mill:
                  a history
                author:
                  - name: Mina Hallow
                    affiliation: The mill
                  - name: {given: Avro, family: Sen}
                date: 2024-03-01T08:00:00+01:00
                tags: [mill, "old town"]
                draft: false
                ---

                The mill stood still.
                """));
    }

    @Test
    void frontMatterThatSaysNothingIsNoText() {
        assertThat(FrontMatter.of("---\ndraft: true\n---\nThe mill.\n").text()).isEqualTo("The mill.\n");
        assertThat(FrontMatter.of("+++\ndraft = true\n+++\nThe mill.\n").text()).isEqualTo("The mill.\n");
    }

    @Test
    void anEscapeThatIsNoneCostsNoDocument() {
        assertThat(FrontMatter.of("---\ntitle: \"\\UFFFFFFFF\"\n---\nThe mill.\n")
                        .text())
                .contains("The mill.");
    }

    @Test
    void readsYamlThatPeopleWrite() {
        assertMill(FrontMatter.of("""
                ---
                title: The mill: a history
                authors:
                - Mina Hallow
                - "Avro Sen"
                date: 2024-03-01T08:00:00+01:00
                tags:
                  - mill
                  - old town
                ---

                The mill stood still.
                """));
    }

    @Test
    void readsToml() {
        assertMill(FrontMatter.of("""
                +++
                title = "The mill: a history"
                date = 2024-03-01T08:00:00+01:00
                authors = [
                  "Mina Hallow", 'Avro Sen',
                ]
                draft = true
                [taxonomies]
                tags = ["mill", "old town"]
                +++

                The mill stood still.
                """));
        assertThat(FrontMatter.of(
                                "+++\ntitle='M'\n[[authors]]\nname = 'Mina Hallow'\n[[authors]]\nname = 'Avro Sen'\n+++\n")
                        .fields()
                        .get("dc:creator"))
                .containsExactly("Mina Hallow", "Avro Sen");
    }

    @Test
    void readsJson() {
        assertMill(FrontMatter.of("""
                {
                  "title": "The mill: a history",
                  "author": {"hallow": {"name": "Mina Hallow"}, "sen": {"name": "Avro Sen"}},
                  "date": "2024-03-01T08:00:00+01:00",
                  "tags": ["mill", "old town"], "draft": null
                }

                The mill stood still.
                """));
    }

    @Test
    void windowsLinesAndMarksOfOrderChangeNothing() {
        FrontMatter read = FrontMatter.of("\ufeff---\r\ntitle: The mill\r\n---\r\nIt stood still.\r\n");
        assertThat(read.fields().get("dc:title")).containsExactly("The mill");
        assertThat(read.text()).isEqualTo("It stood still.\r\n");
    }

    @Test
    @Timeout(10)
    void whatMultipliesOrNestsEndsSoon() {
        String bomb = "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\n"
                + "d: &d [*c,*c,*c,*c,*c,*c]\ntags: [*d,*d,*d,*d,*d,*d]\n---\nThe end.\n";
        assertThat(FrontMatter.of(bomb).text()).contains("The end.");
        for (String deep : List.of("[", "{a: ", "- ", "a: [")) {
            assertThat(FrontMatter.of("---\nt: " + deep.repeat(5_000) + "\n---\nThe end.\n")
                            .text())
                    .contains("The end.");
        }
        assertThat(FrontMatter.of("+++\na = " + "[".repeat(5_000) + "\n+++\nThe end.\n")
                        .text())
                .contains("The end.");
        assertThat(FrontMatter.of("{\"a\":".repeat(5_000) + "\nThe end.\n").text())
                .contains("The end.");
        assertThat(FrontMatter.of("---\na: &a [*a]\nauthor: &b {x: *b}\n---\nThe end.\n")
                        .text())
                .contains("The end.");
    }
}
