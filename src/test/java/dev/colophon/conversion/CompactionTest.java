package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.dataset.BatchState;
import dev.colophon.dataset.Generations;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.diff.ChangeCounts;
import dev.colophon.dataset.diff.DocumentDiff;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.pipeline.TextSelection;
import dev.colophon.report.RunSummary;
import dev.colophon.storage.LocalStorage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code compact} merges, and that nothing else notices. */
class CompactionTest {
    private static final String DUPLICATES = "select doc_id, cluster_id from $duplicates order by all";
    private static final List<String> DAYS = List.of("2026-10-31", "2026-11-01", "2026-11-02", "2026-11-03");

    @TempDir
    Path folder;

    private JobFolder job = new JobFolder(Path.of(""));

    @BeforeEach
    void convertFourDays() throws Exception {
        job = new JobFolder(folder);
        for (String day : DAYS) {
            for (String name : List.of("Aurich", "Borkum", "Celle")) {
                job.page(day, name, "coast.example");
            }
            Files.writeString(job.input(day, "empty"), "");
        }
        job.run();
    }

    private @Nullable RunRecord compact() throws Exception {
        return new Compaction(job.dataset(), () -> Instant.parse("2026-11-22T12:00:00Z"))
                .run("compact", batch -> batch.startsWith("2026-11-"), "2026-11");
    }

    private List<String> batches() throws Exception {
        return job.dataset().current().batches().stream().map(BatchState::batch).toList();
    }

    @Test
    void noRowChangesAndTheFilesAreFewer() throws Exception {
        String rows = "select * exclude (batch) from $documents order by doc_id";
        List<String> before = job.query(rows);
        List<String> rejects = job.query("select * exclude (batch) from $rejects order by source_uri");
        List<String> evidence = job.query("select * exclude (batch) from $evidence order by all");
        RunRecord done = compact();
        assertThat(done).extracting(RunRecord::batches).isEqualTo(List.of("2026-11"));
        assertThat(batches()).containsExactly("2026-10-31", "2026-11");
        assertThat(job.query(rows)).isEqualTo(before);
        assertThat(job.query("select * exclude (batch) from $rejects order by source_uri"))
                .isEqualTo(rejects);
        assertThat(job.query("select * exclude (batch) from $evidence order by all"))
                .isEqualTo(evidence);
        assertThat(job.dataset().current().parts("documents"))
                .extracting(Part::path)
                .containsExactly(
                        "documents/batch=2026-10-31/part-00000.parquet", "documents/batch=2026-11/part-00000.parquet");
        assertThat(job.problems()).isEmpty();

        ChangeCounts changes = new ChangeCounts();
        Generations generations = Generations.of(job.dataset());
        new DocumentDiff(job.dataset().storage(), generations, new LocalStorage(folder.resolve("scratch")))
                .compare(generations.named("1"), generations.named("2"), changes);
        assertThat(changes.languages()).isEmpty();
        assertThat(compact()).isNull();
    }

    @Test
    void theNextRunsFindWhatTheyKnowAndReplaceItThere() throws Exception {
        compact();
        assertThat(job.run()).isNull();
        job.page("2026-11-02", "Celle", "inland.example");
        job.page("2026-11-02", "Dorum", "coast.example");
        RunSummary run = job.run();
        assertThat(run).isNotNull();
        assertThat(run.run().accounting().captures()).isEqualTo(2);
        assertThat(batches()).containsExactly("2026-10-31", "2026-11", "2026-11-02");
        assertThat(job.query("select batch, host from $documents where source_uri = '2026-11-02/Celle.html'"))
                .containsExactly("2026-11 inland.example");
        assertThat(job.run()).isNull();
        compact();
        assertThat(batches()).containsExactly("2026-10-31", "2026-11");
        assertThat(job.run()).isNull();
        assertThat(job.problems()).isEmpty();
    }

    @Test
    void theIndexOfDuplicatesIsThatOfTheMergedBatch() throws Exception {
        compact();
        List<Part> index = job.dataset().current().parts("duplicate-index");
        assertThat(index).isNotEmpty();
        List<String> rows = job.query(DUPLICATES);

        // What is lost is made again of the documents, and is refused where it has other bytes than were committed.
        Files.delete(job.archive().resolve(index.get(0).path()));
        Files.createDirectories(job.input("2026-11-04", "Copy").getParent());
        Files.copy(job.input("2026-11-02", "Celle"), job.input("2026-11-04", "Copy"));
        assertThat(job.run()).isNotNull();
        assertThat(job.dataset().current().parts("duplicate-index"))
                .as("the index that the merge made still holds: only what is new is compared")
                .containsAll(index)
                .hasSize(index.size() + 2);
        assertThat(job.query(DUPLICATES)).containsAll(rows).hasSizeGreaterThan(rows.size());
        assertThat(job.problems()).isEmpty();
    }

    @Test
    void anOldBatchIsReprocessedByItsName() throws Exception {
        compact();
        job.text = new TextSelection(true, false);
        RunSummary run = job.run(new Work.Reprocess(List.of("2026-11-02"), List.of()));
        assertThat(run).isNotNull();
        assertThat(run.run().accounting().captures()).isEqualTo(4);
        assertThat(job.query("select distinct source_uri[1:10] from $documents where text like '%seen by those%'"))
                .containsExactly("2026-11-02");
        run = job.run(new Work.Reprocess(List.of("2026-11"), List.of()));
        assertThat(run).isNotNull();
        assertThat(run.run().accounting().captures()).isEqualTo(12);
        assertThat(job.problems()).isEmpty();
    }

    @Test
    void aRollBackTakesItApartAgain() throws Exception {
        var before = job.live();
        compact();
        new Rollback(job.dataset(), () -> Instant.parse("2026-11-22T12:00:00Z")).run(null);
        assertThat(job.live()).isEqualTo(before);
        assertThat(batches()).isEqualTo(DAYS);
        assertThat(job.run()).isNull();
    }

    @Test
    void batchesWithOneInputInBothStayApart() throws Exception {
        job.batch = "again";
        job.run();
        assertThatThrownBy(() -> new Compaction(job.dataset(), Instant::now).run("compact", batch -> true, "all"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("both hold an input");
        assertThat(job.problems()).isEmpty();
    }
}
