package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowOrder;
import dev.colophon.dataset.parquet.RowReader;
import dev.colophon.dataset.parquet.RunFile;
import dev.colophon.dataset.parquet.SortedRuns;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A part of a batch, and which rows it is made of.
 *
 * @param table name of its table
 * @param number of the part in its table and batch
 * @param rows how many documents there are, which sizes Bloom filters too; 0 for other tables
 * @param staged what shards have staged, each file in the table's order
 * @param live what is live, one file behind the other in the table's order
 * @param replaced {@code source_uri} of live inputs whose rows go; none for evidence, which goes with its documents
 * @param aside the file that rows are looked up in: members of clusters for documents, ids of documents that go for
 *     evidence; null where there are none
 */
record PartTask(
        String batch,
        String table,
        int number,
        long rows,
        List<RunFile> staged,
        List<RunFile> live,
        Set<String> replaced,
        @Nullable String aside)
        implements ConsolidationTask {
    private static final int REJECT_SOURCE = Tables.REJECTS.position("source_uri");
    private static final int DOCUMENT_SOURCE = Tables.DOCUMENTS.position("source_uri");
    private static final int EVIDENCE_ID = Tables.EVIDENCE.position("doc_id");

    public PartTask {
        staged = List.copyOf(staged);
        live = List.copyOf(live);
        replaced = Set.copyOf(replaced);
    }

    @Override
    public String name() {
        return "batch=" + batch + "/" + table + "-" + PartPaths.fileName(number);
    }

    @Override
    public List<Part> write(Storage dataset, String staging, String attempt) throws IOException {
        String place = ConsolidationTask.place(staging, attempt);
        Table<?> columns = Tables.named(table);
        PartSeries series = PartSeries.at(place, dataset, staging);
        PartSeries.Target target = new PartSeries.Target(columns, batch, rows);
        try (SortedRuns runs = new SortedRuns(dataset, place + "/runs", columns, Tables.order(columns));
                RowCursor beside = aside(dataset, columns)) {
            staged.forEach(runs::addRun);
            try (RowCursor all = runs.openWith(LiveRows.of(dataset, columns, live, keeping(columns, beside)))) {
                if (columns == Tables.REJECTS) {
                    return series.write(target, all);
                }
                return List.of(
                        columns == Tables.DOCUMENTS
                                ? documents(series, target, all, beside)
                                : series.writeOne(target, all, number));
            }
        }
    }

    @Override
    public void take(Storage dataset, String staging, String attempt, List<Part> parts) throws IOException {
        for (Part part : parts) {
            dataset.move(
                    PartPaths.staged(ConsolidationTask.place(staging, attempt), part.path()),
                    PartPaths.staged(staging, part.path()));
        }
    }

    private Part documents(PartSeries series, PartSeries.Target target, RowCursor all, RowCursor members)
            throws IOException {
        ClusterColumns clusters = new ClusterColumns(members);
        RowCursor resolved = () -> {
            Row row = all.next();
            if (row != null) {
                clusters.resolve(row);
            }
            return row;
        };
        Part part = series.writeOne(target, resolved, number);
        clusters.requireResolved();
        if (part.rows() != rows) {
            throw new IllegalStateException("expected " + rows + " documents in " + name() + ", found " + part.rows()
                    + ": a file changed while it was merged");
        }
        return part;
    }

    private RowCursor aside(Storage dataset, Table<?> columns) throws IOException {
        return aside == null
                ? RowCursor.of(List.of())
                : RowReader.open(dataset, aside, columns == Tables.DOCUMENTS ? Clusters.MEMBERS : DocumentIds.TABLE);
    }

    private LiveRows.Keeping keeping(Table<?> columns, RowCursor beside) throws IOException {
        if (columns == Tables.EVIDENCE) {
            return new NotOf(beside);
        }
        int source = columns == Tables.DOCUMENTS ? DOCUMENT_SOURCE : REJECT_SOURCE;
        return row -> {
            String from = row.string(source);
            return from == null || !replaced.contains(from);
        };
    }

    /** Keeps evidence whose document does not go; both are sorted by doc_id. */
    private static final class NotOf implements LiveRows.Keeping {
        private final RowCursor gone;
        private @Nullable Row next;

        NotOf(RowCursor gone) throws IOException {
            this.gone = gone;
            this.next = gone.next();
        }

        @Override
        public boolean keeps(Row evidence) throws IOException {
            Binary document = Objects.requireNonNull(evidence.binary(EVIDENCE_ID));
            while (next != null && compare(next.binary(DocumentIds.ID), document) < 0) {
                next = gone.next();
            }
            return next == null || compare(next.binary(DocumentIds.ID), document) != 0;
        }

        private static int compare(@Nullable Binary left, Binary right) {
            return RowOrder.bytes(Objects.requireNonNull(left), right);
        }
    }
}
