package dev.colophon.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.colophon.dataset.Commit;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Finding;
import dev.colophon.dataset.Layout;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.Verification;
import dev.colophon.dataset.lease.Lease;
import dev.colophon.dataset.lease.LeaseTerms;
import dev.colophon.dataset.lease.Owner;
import dev.colophon.dataset.parquet.Column;
import dev.colophon.dataset.parquet.RowWriter;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.model.Versions;
import dev.colophon.storage.MemoryStorage;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a verification says of parts that other versions wrote. */
class OlderColumnsTest {
    private final MemoryStorage storage = new MemoryStorage();

    @Test
    void partsOfAnEarlierVersionAreNotedAndThoseOfThisOneAreNot() throws IOException {
        Table<Void> older = without("duplicate_of");
        commit("run-1", part("run-1", "a", older), part("run-1", "b", older));
        commit("run-2", part("run-2", "c", Tables.DOCUMENTS));
        List<Finding> findings = Verification.verify(Dataset.open(storage), new TableInspector());
        assertThat(findings)
                .extracting(Finding::kind, Finding::path, Finding::message)
                .containsExactly(tuple(
                        Finding.Kind.OLDER,
                        "documents/batch=a/part-00000.parquet",
                        "it lacks [duplicate_of]; as do others of documents, 2 in all"));
        assertThat(findings).noneMatch(finding -> finding.kind().isFault());
    }

    @Test
    void partsThatCannotBeReadAreNamedThoughTheyCameFirst() throws IOException {
        commit("run-1", part("run-1", "a", without("doc_id")));
        commit("run-2", part("run-2", "b", Tables.DOCUMENTS));
        commit("run-3", part("run-3", "c", Tables.DOCUMENTS));
        List<Finding> findings = Verification.verify(Dataset.open(storage), new TableInspector());
        assertThat(findings)
                .extracting(Finding::kind, Finding::path, Finding::message)
                .containsExactly(tuple(
                        Finding.Kind.SCHEMA,
                        "documents/batch=a/part-00000.parquet",
                        "expected the columns of documents, found that it lacks [doc_id]"));
        assertThat(findings).allMatch(finding -> finding.kind().isFault());
    }

    private static Table<Void> without(String column) {
        return Tables.DOCUMENTS.project(
                "documents",
                Tables.DOCUMENTS.columns().stream()
                        .map(Column::name)
                        .filter(Predicate.not(column::equals))
                        .toArray(String[]::new));
    }

    private Part part(String run, String batch, Table<?> table) throws IOException {
        String path = "documents/batch=" + batch + "/part-00000.parquet";
        try (RowWriter writer = new RowWriter(storage, Layout.staged(run, path), table, RowWriter.Profile.lasting(1))) {
            RowWriter.Written written = writer.finish();
            return new Part("documents", batch, path, written.rows(), written.bytes(), written.sha256());
        }
    }

    private void commit(String run, Part... parts) throws IOException {
        List<String> batches = List.of(parts).stream().map(Part::batch).toList();
        Versions versions = new Versions(1, 1, 1, 1, "ab".repeat(32));
        try (Lease lease = Lease.take(storage, Owner.ofThisProcess("test"), LeaseTerms.of(InstantSource.system()))) {
            var unused = Dataset.open(storage)
                    .commit(
                            new Commit(run, "job", versions, batches, List.of(parts), List.of()),
                            lease,
                            new TableInspector());
        }
    }
}
