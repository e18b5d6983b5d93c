package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code reprocess} killed and asked again leaves what an undisturbed one leaves, and {@code rollback} what was before. */
class KillReprocessTest {
    private static final List<String> MOMENTS = List.of(
            "_colophon/staging/000002-harbour+reprocess/parts/documents",
            "_colophon/manifests/0000000002.json",
            "_colophon/retired/0000000002/documents");

    @TempDir
    Path folder;

    @Test
    void theRerunGivesTheBytesOfAnUndisturbedOne() throws Exception {
        Dumps.write(folder.resolve("inbox"), 2, 8);
        Path job = Files.writeString(
                folder.resolve("harbour.yaml"),
                "input: { paths: ['inbox/*'] }\noutput: { dataset: archive }\nlimits: { reject-rate: 0.5 }\n");
        Path archive = folder.resolve("archive");
        assertThat(CommandProcess.run("run", job.toString()).exitCode()).isZero();
        Map<String, String> first = DatasetBytes.of(archive);
        copy(archive, folder.resolve("first"));
        String[] reprocess = {"reprocess", job.toString(), "--batch", "2026-11-02", "--set", "text.comments=true"};
        assertThat(CommandProcess.run(reprocess).output()).contains("(manifest 2)");
        Map<String, String> expected = DatasetBytes.of(archive);

        for (String moment : MOMENTS) {
            Temporary.delete(archive);
            copy(folder.resolve("first"), archive);
            CommandProcess victim = CommandProcess.start(null, List.of(), reprocess);
            assertThat(victim.killWhen(() -> reached(archive, moment)))
                    .as("killed at " + moment + ": " + victim.output())
                    .isTrue();
            CommandProcess rerun = CommandProcess.run(reprocess);
            assertThat(rerun.exitCode()).as(rerun.output()).isZero();
            assertThat(DatasetBytes.of(archive)).as(moment).isEqualTo(expected);
        }
        CommandProcess back = CommandProcess.run("rollback", archive.toString());
        assertThat(back.exitCode()).as(back.output()).isZero();
        assertThat(live(DatasetBytes.of(archive))).isEqualTo(live(first));
    }

    private static Map<String, String> live(Map<String, String> files) {
        files.keySet().removeIf(path -> !path.endsWith(".parquet") || path.startsWith("_colophon/retired/"));
        return files;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static boolean reached(Path dataset, String moment) {
        try (Stream<Path> files = Files.walk(dataset)) {
            return files.anyMatch(file -> dataset.relativize(file).toString().startsWith(moment));
        } catch (UncheckedIOException | IOException changing) {
            return false;
        }
    }
}
