package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.GenerationGoneException;
import dev.colophon.dataset.Generations;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.run.RunOutcome;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.run.Runs;
import dev.colophon.report.RunSummary;
import dev.colophon.storage.LocalStorage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code rollback} restores. */
class RollbackTest {
    @TempDir
    Path folder;

    private JobFolder job = new JobFolder(Path.of(""));
    private final List<Map<String, String>> states = new ArrayList<>();

    @BeforeEach
    void commitThreeTimes() throws Exception {
        job = new JobFolder(folder);
        job.page("2026-11-01", "Aurich", "coast.example");
        job.run();
        states.add(job.live());
        job.page("2026-11-01", "Aurich", "inland.example");
        job.run();
        states.add(job.live());
        job.page("2026-11-02", "Celle", "coast.example");
        job.run();
        states.add(job.live());
    }

    private @Nullable RunRecord rollback(@Nullable String to) throws Exception {
        Dataset dataset = Dataset.open(new LocalStorage(job.archive()), job.upkeep.keepGenerations());
        return new Rollback(dataset, () -> Instant.parse("2026-11-22T12:00:00Z")).run(to);
    }

    @Test
    void theBytesBeforeComeBackStepByStepAndForthAgain() throws Exception {
        assertThat(rollback(null)).extracting(RunRecord::id).isEqualTo("000004-test+rollback");
        assertThat(job.live()).isEqualTo(states.get(1));
        assertThat(job.tables()).containsExactlyInAnyOrderEntriesOf(onlyTables(states.get(1)));
        assertThat(job.dataset().current().number()).isEqualTo(4);
        assertThat(job.dataset().current().batches()).hasSize(1);

        assertThatThrownBy(() -> rollback(null))
                .isInstanceOf(GenerationGoneException.class)
                .hasMessageContaining("manifest 1 of")
                .hasMessageContaining("kept whole are manifests [3]");
        assertThat(job.live()).isEqualTo(states.get(1));

        assertThat(rollback("000003-test")).isNotNull();
        assertThat(job.live()).isEqualTo(states.get(2));
        assertThat(rollback("3")).isNull();
        assertThat(job.problems()).isEmpty();
    }

    @Test
    void furtherBackEachTime() throws Exception {
        job.upkeep = new Upkeep(9, job.upkeep.settle());
        rollback("2");
        rollback(null);
        assertThat(job.live()).isEqualTo(states.get(0));
        assertThatThrownBy(() -> rollback(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing before");
        assertThat(Generations.of(job.dataset()).restorable())
                .extracting(Manifest::number)
                .containsExactly(4L, 3L, 2L);
    }

    private static Map<String, String> onlyTables(Map<String, String> files) {
        Map<String, String> tables = new TreeMap<>(files);
        tables.keySet().removeIf(path -> path.startsWith("_colophon"));
        return tables;
    }

    @Test
    void theNextRunConvertsAgainWhatCameAfter() throws Exception {
        rollback(null);
        RunSummary run = job.run();
        assertThat(run).isNotNull();
        assertThat(run.run().batches()).containsExactly("2026-11-02");
        assertThat(job.live()).isEqualTo(states.get(2));
    }

    @Test
    void anUnknownManifestIsAMistake() {
        assertThatThrownBy(() -> rollback("17"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("manifests 1 to 3");
    }

    @Test
    void askedAgainAfterADeathItGoesBackOnceOnly() throws Exception {
        RunRecord done = rollback(null);
        assertThat(done).isNotNull();
        Runs runs = new Runs(new LocalStorage(job.archive()));
        runs.write(new RunRecord(
                done.format(),
                done.id(),
                done.job(),
                RunOutcome.RUNNING,
                done.started(),
                null,
                done.engine(),
                done.software(),
                done.versions(),
                done.settings(),
                done.inputRoots(),
                done.batches(),
                done.accounting(),
                done.shards(),
                null,
                done.warnings()));
        assertThat(rollback(null)).isEqualTo(done);
        assertThat(job.dataset().current().number()).isEqualTo(4);
        assertThat(job.live()).isEqualTo(states.get(1));
    }
}
