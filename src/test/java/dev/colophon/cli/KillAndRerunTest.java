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

/** A job killed with SIGKILL at any of several points, and run again, leaves what an undisturbed one leaves. */
class KillAndRerunTest {
    @TempDir
    Path folder;

    /** A moment to kill at: the first file whose path below the dataset contains the words. */
    private record Moment(String name, String... words) {}

    private static final List<Moment> MOMENTS = List.of(
            new Moment("the job repository opens", "_colophon/state/jobs"),
            new Moment("a shard is surveyed", "_colophon/staging/", "/surveys/", "/shard.json"),
            new Moment("sites are learned", "_colophon/staging/", "/parts/_colophon/sites/"),
            new Moment("a shard is being staged", "_colophon/staging/", "/documents-00"),
            new Moment("a shard is staged", "_colophon/staging/000001-convert/shard-", "/shard.json"),
            new Moment("a batch is consolidated", "_colophon/staging/", "/parts/documents/"),
            new Moment("the manifest is there", "_colophon/manifests/0000000001.json"),
            new Moment("a part is live", "documents/batch=2026-11-01/part-00000.parquet"));

    @Test
    void theRerunGivesTheBytesOfAnUndisturbedRun() throws Exception {
        Path inputs = Dumps.write(folder.resolve("inbox"), 3, 40);
        Path undisturbed = folder.resolve("undisturbed");
        CommandProcess whole = CommandProcess.run("convert", inputs + "/*", "--to", undisturbed.toString());
        assertThat(whole.exitCode()).as(whole.output()).isZero();
        Map<String, String> expected = DatasetBytes.of(undisturbed);
        assertThat(expected)
                .containsKey("documents/batch=2026-11-03/part-00000.parquet")
                .containsKey("_colophon/sites/batch=2026-11-03/part-00000.parquet");

        int killed = 0;
        for (Moment moment : MOMENTS) {
            Path dataset = folder.resolve("killed-" + killed);
            CommandProcess victim =
                    CommandProcess.start(null, List.of(), "convert", inputs + "/*", "--to", dataset.toString());
            boolean died = victim.killWhen(() -> reached(dataset, moment));
            assertThat(died)
                    .as("killed when " + moment.name() + ": " + victim.output())
                    .isTrue();
            killed++;

            CommandProcess rerun = CommandProcess.run("convert", inputs + "/*", "--to", dataset.toString());
            assertThat(rerun.exitCode())
                    .as(moment.name() + ": " + rerun.output())
                    .isZero();
            assertThat(DatasetBytes.of(dataset)).as(moment.name()).isEqualTo(expected);
            assertThat(dataset.resolve("_colophon/runs/000001-convert.html"))
                    .as(moment.name())
                    .exists();
        }
    }

    private static boolean reached(Path dataset, Moment moment) {
        if (!Files.isDirectory(dataset)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(dataset)) {
            return files.map(file -> dataset.relativize(file).toString())
                    .anyMatch(path -> Stream.of(moment.words()).allMatch(path::contains));
        } catch (UncheckedIOException | IOException changing) {
            return false;
        }
    }
}
