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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
                        "CHANGED 2026-11-01/Aurich.html island.example", "ADDED 2026-11-03/Borkum.html coast.example");
        assertThat(diff("2", "1"))
                .extracting(Change::kind)
                .containsExactlyInAnyOrder(Change.Kind.CHANGED, Change.Kind.GONE);
        assertThat(job.query("select count(*) from read_parquet('" + folder.resolve("diff.parquet")
                        + "') where field is null"))
                .containsExactly("1");
    }

    @Test
    void anEditedPageIsShownFieldByField() throws Exception {
        Path page = job.input("2026-11-02", "Celle");
        String before = Files.readString(page);
        Files.writeString(page, before.replace("Celle of 2026-11-02</", "Celle at low water</"));
        job.run();
        assertThat(diff("1", "2"))
                .singleElement()
                .satisfies(change -> assertThat(change.fields())
                        .contains(new Change.Field("title", "Celle of 2026-11-02", "Celle at low water"))
                        .extracting(Change.Field::name)
                        .contains("doc_id")
                        .doesNotContain("url", "source_uri", "author"));
    }

    @Test
    void recordsOfAFileAreMatchedByAddressThenByPlace() throws Exception {
        Path records =
                Files.createDirectories(folder.resolve("inbox/2026-11-04")).resolve("records.jsonl");
        Files.writeString(records, record("one", "ebb") + record("two", "flood") + record(null, "slack"));
        job.run();
        Files.writeString(records, record("zero", "spring") + record("two", "flood") + record("one", "neap"));
        job.run();
        assertThat(diff("2", "3"))
                .extracting(change -> change.kind() + " " + change.subject().title())
                .containsExactlyInAnyOrder(
                        "CHANGED neap tide", "CHANGED flood tide", "ADDED spring tide", "GONE slack tide");
    }

    private static String record(@Nullable String page, String tide) {
        String url = page == null ? "" : "\"url\": \"https://coast.example/" + page + "\", ";
        return "{" + url + "\"title\": \"" + tide + " tide\", \"text\": \"The " + tide
                + " tide keeps the ferry at the quay until noon, say those who wait for it at the landing stage.\"}\n";
    }
}
