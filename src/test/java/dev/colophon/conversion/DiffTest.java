package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.dataset.Generations;
import dev.colophon.dataset.diff.Change;
import dev.colophon.dataset.diff.ChangeCounts;
import dev.colophon.dataset.diff.ChangeFile;
import dev.colophon.dataset.diff.DocumentDiff;
import dev.colophon.pipeline.TextSelection;
import dev.colophon.storage.LocalStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code diff} tells of two manifests. */
class DiffTest {
    @TempDir
    Path folder;

    private JobFolder job = new JobFolder(Path.of(""));
    private final ChangeCounts counts = new ChangeCounts();

    @BeforeEach
    void convertTwoDays() throws Exception {
        job = new JobFolder(folder);
        job.page("2026-11-01", "Aurich", "coast.example");
        job.page("2026-11-02", "Celle", "inland.example");
        job.page("2026-11-02", "Dorum", "inland.example");
        job.run();
    }

    private List<Change> diff(String from, String to) throws IOException {
        Generations generations = Generations.of(job.dataset());
        List<Change> changes = new ArrayList<>();
        LocalStorage scratch = new LocalStorage(folder.resolve("scratch"));
        try (ChangeFile file = new ChangeFile(new LocalStorage(folder), "diff.parquet")) {
            new DocumentDiff(job.dataset().storage(), generations, scratch)
                    .compare(generations.named(from), generations.named(to), change -> {
                        changes.add(change);
                        counts.accept(change);
                        file.accept(change);
                    });
            file.finish();
        }
        assertThat(scratch.list("")).isEmpty();
        return changes;
    }

    @Test
    void aDeliberateChangeOfRulesListsExactlyTheChangedFields() throws Exception {
        job.text = new TextSelection(true, false);
        job.run(new Work.Reprocess(List.of("2026-11-02"), List.of()));
        assertThat(diff("1", "000002-test+reprocess")).hasSize(2).allSatisfy(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.CHANGED);
            assertThat(change.fields())
                    .extracting(Change.Field::name)
                    .containsExactlyInAnyOrder("text", "text_chars", "text_sha256", "minhash", "language_confidence");
        });
        assertThat(counts.fields()).containsEntry("text", 2L);
        assertThat(counts.publishers()).isEqualTo(Map.of("inland.example", 2L));
        assertThat(counts.languages()).isEqualTo(Map.of("en", 2L));
        assertThat(job.query("select kind, field, count(*), count(*) filter (new_value like '%seen by those%'),"
                        + " count(*) filter (old_value like '%seen by those%') from read_parquet('"
                        + folder.resolve("diff.parquet")
                        + "') where field = 'text' group by all"))
                .containsExactly("changed text 2 2 0");
        assertThat(diff("2", "2")).isEmpty();
    }

    @Test
    void documentsThatCameAndWentAreToldApart() throws Exception {
        job.page("2026-11-01", "Aurich", "island.example");
        job.page("2026-11-03", "Borkum", "coast.example");
        job.run();
        assertThat(diff("1", "2"))
                .extracting(change -> change.kind() + " " + change.subject().sourceUri() + " "
                        + change.subject().publisher())
                .containsExactlyInAnyOrder(
                        "GONE 2026-11-01/Aurich.html coast.example",
                        "ADDED 2026-11-01/Aurich.html island.example",
                        "ADDED 2026-11-03/Borkum.html coast.example");
        assertThat(diff("2", "1"))
                .extracting(Change::kind)
                .filteredOn(Change.Kind.GONE::equals)
                .hasSize(2);
        assertThat(job.query("select count(*) from read_parquet('" + folder.resolve("diff.parquet")
                        + "') where field is null"))
                .containsExactly("3");
    }
}
