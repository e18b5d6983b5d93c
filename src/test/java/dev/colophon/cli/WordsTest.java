package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What commands print, word by word. */
class WordsTest {
    @Test
    void aWrongValueNamesItsKeyOnce() {
        Said said = Said.by("convert", "README.md", "--to", "nowhere", "--set", "limits.parse-time=abc");
        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
        assertThat(said.text())
                .startsWith("colophon: --set limits.parse-time: expected a time such as 30s, found 'abc'");
    }

    @Test
    void anOptionIsCalledOneOnce() {
        assertThat(Said.by("convert", "README.md", "--to", "nowhere", "--set", "parallelism")
                        .text())
                .contains("Value for option '--set'");
        assertThat(Said.by("editors", "--help").text())
                .contains("--kind=NAME KIND")
                .doesNotContain("NAME KIND NAME KIND");
    }

    @Test
    void aPlaceholderThatNobodyKnowsIsNoBatch() {
        Said said = Said.by("convert", "README.md", "--to", "nowhere", "--batch", "{run_date}");
        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
        assertThat(said.text()).contains("{input-folder} or {run-date}, found {run_date}");
    }

    @Test
    void aDocumentIsLookedForInAnArchive() {
        Said said = Said.by("explain", "nowhere", "abc");
        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
        assertThat(said.text()).contains("there is no archive at");
        assertThat(Said.by("compact", "nowhere").text()).startsWith("colophon: Missing required argument");
    }

    @Test
    void theReadmesExampleIsWhatExplainPrints() throws Exception {
        List<String> readme = Files.readAllLines(Path.of("README.md"));
        int command = readme.indexOf("$ jobs/colophon explain data/sample/dumps/000_honey.txt");
        List<String> example = readme.subList(command + 1, readme.size()).stream()
                .takeWhile(line -> !line.equals("```"))
                .filter(line -> !line.isEmpty() && !line.equals("…"))
                .toList();
        assertThat(Said.by("explain", "data/sample/dumps/000_honey.txt").text().lines())
                .containsSubsequence(example);
    }
}
