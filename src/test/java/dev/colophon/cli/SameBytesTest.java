package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample gives the same bytes whatever the threads, the locale, the zone and the Java version. */
class SameBytesTest {
    @TempDir
    Path folder;

    @Test
    void neitherThreadsNorLocaleNorZoneNorJavaVersionShow() throws Exception {
        Map<String, String> expected = convert(null, List.of(), 1, "plain");
        assertThat(convert(
                        null,
                        List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Pacific/Kiritimati"),
                        2,
                        "tr"))
                .isEqualTo(expected);
        assertThat(convert(null, List.of("-Duser.language=bn", "-Duser.country=BD", "-Duser.timezone=UTC"), 8, "bn"))
                .isEqualTo(expected);
        for (Path java : otherJavas()) {
            assertThat(convert(
                            java,
                            List.of(),
                            2,
                            "java-" + java.getParent().getParent().getFileName()))
                    .as(java.toString())
                    .isEqualTo(expected);
        }
    }

    private Map<String, String> convert(
            @org.jspecify.annotations.Nullable Path java, List<String> options, int threads, String name)
            throws Exception {
        Path dataset = folder.resolve(name);
        CommandProcess command = CommandProcess.start(
                java, options, "convert", "data/sample", "--to", dataset.toString(), "--set", "parallelism=" + threads);
        // The sample holds broken files on purpose: 3 is above the limit of rejects.
        assertThat(command.await()).as(command.output()).isIn(0, 3);
        return DatasetBytes.of(dataset);
    }

    /** Newer JDKs beside the one that runs the test; none on many machines. */
    private static List<Path> otherJavas() throws IOException {
        List<Path> found = new ArrayList<>();
        Path home = Path.of(System.getProperty("java.home")).toRealPath().getParent();
        try (Stream<Path> siblings = Files.list(home)) {
            for (Path sibling : siblings.sorted().toList()) {
                Path java = sibling.resolve("bin/java");
                if (Files.isExecutable(java)
                        && !Files.isSymbolicLink(sibling)
                        && Files.exists(sibling.resolve("release"))
                        && !sibling.toRealPath()
                                .equals(Path.of(System.getProperty("java.home")).toRealPath())) {
                    found.add(java);
                }
            }
        }
        return found;
    }
}
