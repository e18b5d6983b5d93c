package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.dataset.run.RunOutcome;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.run.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose commit is refused is told as failed, and its successor makes up for it. */
class FailedCommitTest {
    @TempDir
    Path folder;

    @Test
    void theRecordSaysThatTheCommitFailedUntilTheNextRunCommits() throws Exception {
        JobFolder job = new JobFolder(folder);
        job.page("2026-11-01", "north", "harbour.example");
        Converter damaging = new Converter(job.settings(), new Damaging(job.archive()), Progress.SILENT, () -> job.now);

        assertThatThrownBy(damaging::convert).hasMessageContaining("documents/batch=2026-11-01/part-00000.parquet");
        assertThat(outcomes(job)).containsExactly(RunOutcome.FAILED);
        assertThat(job.dataset().current().number()).isZero();

        job.run();
        assertThat(outcomes(job)).containsExactly(RunOutcome.COMPLETE);
        assertThat(job.problems()).isEmpty();
    }

    private static List<RunOutcome> outcomes(JobFolder job) throws IOException {
        return new Runs(job.dataset().storage())
                .all().stream().map(RunRecord::outcome).toList();
    }

    /** Cuts what is staged before it is published. */
    private record Damaging(Path archive) implements Engine {
        @Override
        public String describe(JobSettings settings) {
            return "test";
        }

        @Override
        public void execute(Stages stages) throws Exception {
            stages.plan(Attempt.NONE);
            LocalShards shards = stages.localShards();
            for (String shard : shards.toConvert()) {
                shards.convert(shard);
            }
            stages.consolidate();
            Path parts = archive.resolve("_colophon/staging/000001-test/parts/documents");
            try (Stream<Path> files = Files.walk(parts)) {
                for (Path part : files.filter(Files::isRegularFile).toList()) {
                    Files.writeString(part, "PAR1");
                }
            }
            stages.publish();
        }
    }
}
