package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowOrder;
import dev.colophon.dataset.parquet.RowReader;
import dev.colophon.dataset.parquet.SortedRuns;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Makes the parts of a batch out of its staged shards and what is live of it. Everything is merged as streams, so that
 * heap does not grow with the batch: each step holds a buffer of 16 MB for each of at most five sorts, and a page and a row
 * group of each of at most 16 runs. The parts' bytes depend on the set of rows alone: not on shards, runs, threads, or
 * whether the rows came in one go. Thread-safe where each call has a staging folder or a batch of its own.
 */
public final class BatchConsolidation {
    private static final int KEY_ID = Clusters.KEYS.position("doc_id");
    private static final int KEY_SOURCE = Clusters.KEYS.position("source_uri");
    private static final int REJECT_SOURCE = Tables.REJECTS.position("source_uri");
    private static final int DOCUMENT_SOURCE = Tables.DOCUMENTS.position("source_uri");
    private static final int EVIDENCE_ID = Tables.EVIDENCE.position("doc_id");

    private static final Table<Void> IDS = Clusters.KEYS.project("ids", "doc_id", "source_uri");
    private static final int ID = IDS.position("doc_id");
    private static final int SOURCE = IDS.position("source_uri");
    private static final RowOrder BY_ID = RowOrder.of(IDS).nullsLast("doc_id", "source_uri");

    private final Storage dataset;
    private final String staging;
    private final PartSeries series;

    /** @param staging folder of the run in the dataset, the one that the shards were staged under */
    public BatchConsolidation(Storage dataset, String staging) {
        this(dataset, staging, new PartSeries(dataset, staging));
    }

    BatchConsolidation(Storage dataset, String staging, PartSeries series) {
        this.dataset = dataset;
        this.staging = staging;
        this.series = series;
    }

    /**
     * What a batch is made of.
     *
     * @param id the batch, as it stands in paths
     * @param shards all its shards of this run
     * @param live its live parts, of all tables; empty for a new batch
     * @param replaced {@code source_uri} of live inputs whose rows go: those that were read again or are there no more
     */
    public record Batch(String id, List<StagedShard> shards, List<Part> live, Set<String> replaced) {
        public Batch {
            shards = List.copyOf(shards);
            live = List.copyOf(live);
            replaced = Set.copyOf(replaced);
        }

        /** The same where no live row stays; those of another version need not even be readable then. */
        private Batch anew() {
            return new Batch(id, shards, List.of(), Set.of());
        }

        private List<String> staged(Table<?> table) {
            return shards.stream()
                    .flatMap(shard -> shard.runsOf(table.name()).stream())
                    .toList();
        }

        private List<String> live(Table<?> table) {
            return LiveRows.paths(live, table.name());
        }

        private boolean replaces(@Nullable String source) {
            return source != null && replaced.contains(source);
        }
    }

    /**
     * Writes the parts that replace all live ones of the batch, under the staging folder.
     *
     * @return the parts of documents, evidence, rejects and {@link InputLedger}
     * @throws IllegalStateException where a document comes twice, or a live part is not as this version writes it
     */
    public List<Part> consolidate(Batch batch) throws IOException {
        Batch rows = InputLedger.replacesAll(dataset, batch) ? batch.anew() : batch;
        List<Part> parts = new ArrayList<>(tables(rows));
        parts.add(InputLedger.write(dataset, staging, batch));
        return parts;
    }

    private List<Part> tables(Batch batch) throws IOException {
        String work = staging + "/merge/batch=" + batch.id();
        dataset.delete(work);
        List<Part> parts = new ArrayList<>();
        try (Clusters clusters = new Clusters(dataset, work);
                SortedRuns ids = new SortedRuns(dataset, work + "/ids", IDS, BY_ID);
                SortedRuns dropped = new SortedRuns(dataset, work + "/dropped", IDS, BY_ID)) {
            readKeys(batch, clusters, ids, dropped);
            long documents = requireDistinct(ids);
            ids.close();
            clusters.find();
            parts.addAll(documents(batch, work, clusters, documents));
            parts.addAll(evidence(batch, work, dropped));
            parts.addAll(rejects(batch, work));
        }
        dataset.delete(work);
        return parts;
    }

    private static PartSeries.Target target(Table<?> table, Batch batch, long rows) {
        return new PartSeries.Target(table, batch.id(), rows);
    }

    /** Reads the few columns that duplicates are found by, of every document. */
    private void readKeys(Batch batch, Clusters clusters, SortedRuns ids, SortedRuns dropped) throws IOException {
        for (String run : batch.staged(Tables.DOCUMENTS)) {
            try (RowCursor rows = RowReader.open(dataset, run, Clusters.KEYS)) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    clusters.add(row);
                    ids.add(id(row));
                }
            }
        }
        LiveRows.Keeping keeping = row -> {
            boolean kept = !batch.replaces(row.string(KEY_SOURCE));
            (kept ? ids : dropped).add(id(row));
            return kept;
        };
        try (RowCursor rows = new LiveRows(dataset, Clusters.KEYS, batch.live(Tables.DOCUMENTS), keeping)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                clusters.add(row);
            }
        }
    }

    private static Row id(Row key) {
        Row row = IDS.emptyRow();
        row.set(ID, key.value(KEY_ID));
        row.set(SOURCE, key.value(KEY_SOURCE));
        return row;
    }

    private static long requireDistinct(SortedRuns ids) throws IOException {
        long count = 0;
        try (RowCursor rows = ids.open()) {
            Row before = null;
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (before != null && Objects.equals(before.value(ID), row.value(ID))) {
                    throw new IllegalStateException("document " + row.string(ID) + " comes twice, from "
                            + before.string(SOURCE) + " and " + row.string(SOURCE)
                            + "; an input that is read again must be among those that are replaced");
                }
                before = row;
                count++;
            }
        }
        return count;
    }

    private List<Part> documents(Batch batch, String work, Clusters clusters, long count) throws IOException {
        LiveRows.Keeping keeping = row -> !batch.replaces(row.string(DOCUMENT_SOURCE));
        try (SortedRuns runs = runs(batch, work, Tables.DOCUMENTS);
                RowCursor rows = runs.openWith(live(batch, Tables.DOCUMENTS, keeping))) {
            List<Part> parts = series.write(target(Tables.DOCUMENTS, batch, count), () -> {
                Row row = rows.next();
                if (row != null) {
                    clusters.resolve(row);
                }
                return row;
            });
            clusters.requireResolved();
            return parts;
        }
    }

    private List<Part> evidence(Batch batch, String work, SortedRuns dropped) throws IOException {
        try (RowCursor gone = dropped.open();
                SortedRuns runs = runs(batch, work, Tables.EVIDENCE);
                RowCursor rows = runs.openWith(live(batch, Tables.EVIDENCE, new NotOf(gone)))) {
            return series.write(target(Tables.EVIDENCE, batch, 0), rows);
        }
    }

    private List<Part> rejects(Batch batch, String work) throws IOException {
        LiveRows.Keeping keeping = row -> !batch.replaces(row.string(REJECT_SOURCE));
        try (SortedRuns runs = runs(batch, work, Tables.REJECTS);
                RowCursor rows = runs.openWith(live(batch, Tables.REJECTS, keeping))) {
            return series.write(target(Tables.REJECTS, batch, 0), rows);
        }
    }

    private SortedRuns runs(Batch batch, String work, Table<?> table) {
        SortedRuns runs = new SortedRuns(dataset, work + "/" + table.name(), table, Tables.order(table));
        batch.staged(table).forEach(runs::addRun);
        return runs;
    }

    private RowCursor live(Batch batch, Table<?> table, LiveRows.Keeping keeping) {
        return new LiveRows(dataset, table, batch.live(table), keeping);
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
            while (next != null && compare(next.binary(ID), document) < 0) {
                next = gone.next();
            }
            return next == null || compare(next.binary(ID), document) != 0;
        }

        private static int compare(@Nullable Binary left, Binary right) {
            return RowOrder.bytes(Objects.requireNonNull(left), right);
        }
    }
}
