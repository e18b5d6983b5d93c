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
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A part of a batch that is still to be written, and which rows it is made of. Can be sent to any machine that sees the
 * dataset, and be carried out more than once or twice at once: the same bytes appear, whole, under the same path.
 *
 * @param table name of its table
 * @param number of the part in its table and batch
 * @param rows how many there will be, which sizes Bloom filters; 0 where the table has none
 * @param staged what shards have staged, each file in the table's order
 * @param live what is live, one file behind the other in the table's order
 * @param replaced {@code source_uri} of live inputs whose rows go
 * @param aside the file that rows are looked up in: members of clusters for documents, ids of documents that go for
 *     evidence; null where there are none
 */
public record PartTask(
        String batch,
        String table,
        int number,
        long rows,
        List<RunFile> staged,
        List<RunFile> live,
        Set<String> replaced,
        @Nullable String aside)
        implements Serializable {
    private static final int REJECT_SOURCE = Tables.REJECTS.position("source_uri");
    private static final int DOCUMENT_SOURCE = Tables.DOCUMENTS.position("source_uri");
    private static final int EVIDENCE_ID = Tables.EVIDENCE.position("doc_id");

    public PartTask {
        staged = List.copyOf(staged);
        live = List.copyOf(live);
        replaced = Set.copyOf(replaced);
    }

    /** {@code batch=2026-11-22/documents-part-00000}. */
    public String name() {
        return "batch=" + batch + "/" + table + "-" + PartPaths.fileName(number);
    }

    /**
     * Writes the part under the staging folder. Heap: a page and a row group of at most 16 files, and a row group of the
     * part.
     *
     * @param staging folder of the run in the dataset
     * @param attempt name that tells this attempt from all others; empty where there are no others
     * @return the part; several where the rejects of a batch do not fit in one
     * @throws IllegalStateException where a live part is not as this version writes it
     */
    public List<Part> write(Storage dataset, String staging, String attempt) throws IOException {
        String work = staging + "/merge/" + (attempt.isEmpty() ? "" : attempt + "/") + name();
        Table<?> columns = Tables.named(table);
        PartSeries series = new PartSeries(dataset, staging);
        PartSeries.Target target = new PartSeries.Target(columns, batch, rows);
        try (SortedRuns runs = new SortedRuns(dataset, work, columns, Tables.order(columns));
                RowCursor beside = aside(dataset, columns)) {
            staged.forEach(runs::addRun);
            try (RowCursor all = runs.openWith(LiveRows.of(dataset, columns, live, keeping(columns, beside)))) {
                if (columns == Tables.REJECTS) {
                    return series.writeAgain(target, all);
                }
                return List.of(
                        columns == Tables.DOCUMENTS
                                ? documents(series, target, all, beside)
                                : series.writeOne(target, all, number));
            }
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
