package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.byline.people.Decisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditorsFileTest {
    private static final String ONE = "a".repeat(32);
    private static final String TWO = "0".repeat(32);

    @TempDir
    Path folder;

    private Path file(String yaml) throws IOException {
        return Files.writeString(
                folder.resolve("editors.yaml"), yaml.replace("ONE", ONE).replace("TWO", TWO));
    }

    @Test
    void everyKindOfDecisionIsRead() throws IOException {
        Decisions decisions =
                EditorsFile.read(file("""
                aliases:
                  - { name: Avra Chattopadhyay, also: [A. Chatterjee, অভ্র], publisher: coast.example, note: asked }
                merges: [{ into: ONE, from: "TWO" }]
                splits:
                  - apart: [ONE, "TWO"]
                ignore: [Staff Writer, { name: Admin, publisher: coast.example }]
                kinds: [{ name: Somoy Web, kind: desk }]
                """.replace("merges: [{ into: ONE, from: \"TWO\" }]\n", "merges:\n")));
        assertThat(decisions.aliases())
                .containsExactly(new Decisions.Alias(
                        new Decisions.Named("Avra Chattopadhyay", "coast.example"), List.of("A. Chatterjee", "অভ্র")));
        assertThat(decisions.splits()).containsExactly(new Decisions.Split(List.of(ONE, TWO)));
        assertThat(decisions.ignored())
                .containsExactly(
                        new Decisions.Named("Staff Writer", null), new Decisions.Named("Admin", "coast.example"));
        assertThat(decisions.kinds())
                .containsExactly(new Decisions.KindOf(new Decisions.Named("Somoy Web", null), "desk"));
        assertThat(decisions.size()).isEqualTo(5);
    }

    @Test
    void theFileThatComesWithColophonDecidesNothing() {
        assertThat(EditorsFile.read(Path.of("config/editors.yaml"))).isEqualTo(Decisions.NONE);
        assertThat(EditorsFile.read(folder.resolve("none.yaml"))).isEqualTo(Decisions.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "merge: []|line 1: unknown key 'merge'; known here: [aliases, merges, splits, ignore, kinds]",
                "merges: ONE|line 1: merges: expected a list, found 'ONE'",
                "merges: [{ into: ONE }]|line 1: expected the key 'from', found [into]",
                "merges: [{ into: abc, from: [ONE] }]|line 1: expected a contributor_id of 32 hex digits, found 'abc'",
                "merges: [{ into: ONE, from: [ONE] }]|merges: ONE is merged into itself",
                "splits: [{ apart: [ONE] }]|line 1: expected 2 or more different ids, found [ONE]",
                "kinds: [{ name: X, kind: robot }]|kind: expected one of [person, desk, agency, organisation], found 'robot'",
                "ignore: [{ name: [a, b] }]|line 1: expected a single value, found 'a list'",
                "ignore: [' ']|line 1: expected a single value",
                "aliases: [Jane]|line 1: expected keys of [name, also, publisher, note], found 'Jane'",
                "ignore: [a|while parsing"
            })
    void mistakesNameTheFileTheLineAndWhatWasExpected(String yaml, String message) throws IOException {
        Path file = file(yaml);
        if (message.equals("while parsing")) {
            assertThatThrownBy(() -> EditorsFile.read(file)).hasMessageContaining(file + ", line ");
        } else {
            assertThatThrownBy(() -> EditorsFile.read(file))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining(message.replace("ONE", ONE));
        }
    }

    @Test
    void aMergeOfWhomASplitKeepsApartIsAMistake() throws IOException {
        Path file = file("merges: [{ into: ONE, from: ['TWO'] }]\nsplits: [{ apart: [ONE, 'TWO'] }]");
        assertThatThrownBy(() -> EditorsFile.read(file)).hasMessageContaining("joins whom a split keeps apart");
    }

    @Test
    void theOrderOfDecisionsAndCommentsDoNotChangeTheirText() throws IOException {
        String one = EditorsFile.read(file("ignore: [A, B]\nkinds: [{ name: X, kind: desk }]"))
                .text();
        assertThat(EditorsFile.read(file("# why\nkinds: [{ kind: desk, name: X }]\nignore: [B, A]"))
                        .text())
                .isEqualTo(one);
        assertThat(EditorsFile.read(file("ignore: [A]")).text()).isNotEqualTo(one);
    }

    @Test
    void aDecisionIsAddedAndCommentsStay() throws IOException {
        Path file = file("""
                # top
                merges: [] # none yet

                # what is nobody's
                ignore:
                - Admin # an account
                # the end
                """);
        EditorsText text = new EditorsText(file);
        text.add("merges", List.of("into: '" + ONE + "'", "from: ['" + TWO + "']"));
        text.add("ignore", List.of("name: " + EditorsText.quoted("say \"no\" \\ বাংলা")));
        Decisions decisions = text.add("kinds", List.of("name: X", "kind: desk"));
        assertThat(decisions.ignored())
                .extracting(Decisions.Named::name)
                .containsExactly("Admin", "say \"no\" \\ বাংলা");
        assertThat(Files.readString(file)).isEqualTo("""
                # top
                merges: # none yet
                  - into: 'ONE'
                    from: ['TWO']

                # what is nobody's
                ignore:
                - Admin # an account
                - name: "say \\"no\\" \\\\ বাংলা"
                # the end
                kinds:
                  - name: X
                    kind: desk
                """.replace("ONE", ONE).replace("TWO", TWO));
    }

    @Test
    void aDecisionThatIsWrongIsNotWritten() throws IOException {
        Path file = file("ignore: [Admin]\nmerges:\n");
        EditorsText text = new EditorsText(file);
        String before = Files.readString(file);
        assertThatThrownBy(() -> text.add("ignore", List.of("name: B")))
                .hasMessageContaining("line 1: ignore: expected items on lines");
        assertThatThrownBy(() -> text.add("merges", List.of("into: '" + ONE + "'", "from: ['" + ONE + "']")))
                .hasMessageContaining(file.toString())
                .hasMessageEndingWith("nothing was written");
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(folder.toFile().list()).containsExactly("editors.yaml");
    }

    @Test
    void namesDoNotCommandTheTerminal() {
        assertThat(TerminalText.of("Avra\u001b[31m \u202eeod অভ্র\n"))
                .isEqualTo("Avra\\u001B[31m \\u202Eeod অভ্র\\u000A");
    }

    @Test
    void aDecisionKeepsTheFilesPermissionsAndTheLinkToIt() throws Exception {
        Path file = Files.writeString(folder.resolve("real.yaml"), "# ours\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(folder.resolve("editors.yaml"), file);
        new EditorsText(link).add("ignore", List.of("Jane Doe"));
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).contains("# ours", "Jane Doe");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
    }
}
