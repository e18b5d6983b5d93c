package dev.colophon.dataset.table;

import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowOrder;
import dev.colophon.dataset.parquet.RowWriter;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.model.Document;
import dev.colophon.model.Evidence;
import dev.colophon.model.Outcome;
import dev.colophon.model.Reject;
import dev.colophon.model.Versions;
import dev.colophon.source.InputFingerprint;
import dev.colophon.storage.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what becomes of the captures of one shard as sorted runs, and at last the shard's marker. Nothing of an earlier
 * attempt is left once it is opened; closed without {@link #finish}, it leaves no marker. Not thread-safe.
 */
public final class StagedShardWriter implements Closeable {
    private static final int BUFFER_ROWS = 10_000;
    private static final long BUFFER_BYTES = 32L << 20;

    private final Storage dataset;
    private final String staging;
    private final String shardId;
    private final String attempt;
    private final String folder;
    private final Versions versions;
    private final Buffer documents = new Buffer(Tables.DOCUMENTS, Tables.DOCUMENT_ORDER);
    private final Buffer evidence = new Buffer(Tables.EVIDENCE, Tables.EVIDENCE_ORDER);
    private final Buffer rejects = new Buffer(Tables.REJECTS, Tables.REJECT_ORDER);
    private final List<StagedShard.Run> runs = new ArrayList<>();
    private final Map<String, Long> rejectsByReason = new TreeMap<>();
    private String sites = "";
    private int mostRows = BUFFER_ROWS;
    private long mostBytes = BUFFER_BYTES;
    private long documentCount;
    private long rejectCount;
    private boolean open = true;

    /** Opens a shard that nobody else is at work on. */
    public StagedShardWriter(Storage dataset, String staging, String shardId, Versions versions) throws IOException {
        this(dataset, staging, shardId, "", versions);
    }

    /**
     * Opens an attempt at a shard and removes what an earlier one of its name left.
     *
     * @param staging folder of the run in the dataset: {@code _colophon/staging/4711}
     * @param attempt its name; empty where nobody else may be at work on the shard
     * @param versions what reads it; stands in every row
     */
    public StagedShardWriter(Storage dataset, String staging, String shardId, String attempt, Versions versions)
            throws IOException {
        this.dataset = dataset;
        this.staging = staging;
        this.shardId = shardId;
        this.attempt = attempt;
        this.folder = StagedShard.folder(staging, shardId, attempt);
        this.versions = versions;
        dataset.delete(folder);
    }

    /**
     * Bounds the rows that are held in memory; 10,000 rows or 32 MB where nothing is said. The archive does not depend
     * on it.
     */
    public StagedShardWriter buffering(int rows, long bytes) {
        mostRows = rows;
        mostBytes = bytes;
        return this;
    }

    /** Notes the profiles of sites that the captures are read with: the SHA-256 of their part. */
    public StagedShardWriter readWith(String sitesSha256) {
        sites = sitesSha256;
        return this;
    }

    /** Takes what became of one capture. */
    public void accept(Outcome outcome) throws IOException {
        requireOpen();
        if (outcome instanceof Outcome.Accepted accepted) {
            document(accepted.document());
        } else if (outcome instanceof Outcome.Rejected rejected) {
            reject(rejected.reject());
        }
        if (documents.rows() + evidence.rows() + rejects.rows() >= mostRows
                || documents.weight + evidence.weight + rejects.weight >= mostBytes) {
            spill();
        }
    }

    private void document(Document document) {
        documents.add(Tables.DOCUMENTS.row(new DocumentColumns.Source(document, versions)));
        for (Evidence each : document.evidence()) {
            evidence.add(Tables.EVIDENCE.row(
                    new Tables.EvidenceSource(document.identity().docId(), each)));
        }
        documentCount++;
    }

    private void reject(Reject reject) {
        rejects.add(Tables.REJECTS.row(new RejectColumns.Source(reject, versions)));
        rejectsByReason.merge(reject.reason().label(), 1L, Long::sum);
        rejectCount++;
    }

    /**
     * Writes the rest and the marker.
     *
     * @param inputs all inputs of the shard
     * @throws IllegalStateException where the inputs' items are not as many as the documents and rejects
     */
    public StagedShard finish(List<InputFingerprint> inputs) throws IOException {
        requireOpen();
        open = false;
        spill();
        StagedShard shard =
                new StagedShard(shardId, versions, sites, documentCount, rejectCount, rejectsByReason, runs, inputs);
        shard.write(dataset, staging, attempt);
        return shard;
    }

    /** Writes the rows that are held in memory. The archive does not depend on it. */
    public void spill() throws IOException {
        for (Buffer buffer : List.of(documents, evidence, rejects)) {
            if (buffer.rows() > 0) {
                runs.add(StagedShard.Run.of(buffer.table.name(), write(buffer)));
                buffer.clear();
            }
        }
    }

    private RowWriter.Written write(Buffer buffer) throws IOException {
        String path = String.format(Locale.ROOT, "%s/%s-%05d.parquet", folder, buffer.table.name(), runs.size());
        try (RowWriter writer = new RowWriter(dataset, path, buffer.table, RowWriter.Profile.RUN)) {
            for (Row row : buffer.sorted()) {
                writer.write(row);
            }
            return writer.finish();
        }
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("shard " + shardId + " is closed");
        }
    }

    @Override
    public void close() {
        open = false;
        documents.clear();
        evidence.clear();
        rejects.clear();
    }

    private static final class Buffer {
        private final Table<?> table;
        private final RowOrder order;
        private final List<Row> rows = new ArrayList<>();
        private long weight;

        Buffer(Table<?> table, RowOrder order) {
            this.table = table;
            this.order = order;
        }

        void add(Row row) {
            rows.add(row);
            weight += row.weight();
        }

        int rows() {
            return rows.size();
        }

        List<Row> sorted() {
            rows.sort(order);
            return rows;
        }

        void clear() {
            rows.clear();
            weight = 0;
        }
    }
}
