package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowReader;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.dataset.table.Tables;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The clusters as the table {@code duplicates} had them; a document that is not in it stands for itself. */
final class KnownClusters {
    private static final Table<Void> COLUMNS = Tables.named("duplicates").project("clusters", "doc_id", "cluster_id");
    private static final int ID = COLUMNS.position("doc_id");
    private static final int CLUSTER = COLUMNS.position("cluster_id");

    private final Storage storage;
    private final Manifest before;
    private final Holdings holdings;

    /** @param holdings that number the batches of the places */
    KnownClusters(Storage storage, Manifest before, Holdings holdings) {
        this.storage = storage;
        this.before = before;
        this.holdings = holdings;
    }

    /** The same clusters for places that are numbered otherwise. */
    KnownClusters of(Holdings others) {
        return new KnownClusters(storage, before, others);
    }

    /** Takes a document's cluster. */
    interface Sink {
        void cluster(long ref, long cluster) throws IOException;
    }

    /**
     * Hands over the cluster of each document, of all that are in one batch in no order.
     *
     * @param places as {@link DocumentRows#place} makes them, sorted
     */
    void find(RecordCursor places, Sink sink) throws IOException {
        LongIndex refs = new LongIndex();
        int batch = -1;
        for (byte[] place = places.next(); place != null; place = places.next()) {
            ByteBuffer in = ByteBuffer.wrap(place);
            int next = in.getInt();
            if (next != batch) {
                find(batch, refs, sink);
                refs = new LongIndex();
                batch = next;
            }
            refs.add(in.getLong(2 * Integer.BYTES));
        }
        find(batch, refs, sink);
    }

    private void find(int batch, LongIndex refs, Sink sink) throws IOException {
        if (batch < 0) {
            return;
        }
        LongIndex found = new LongIndex();
        for (Part part : parts(holdings.name(batch))) {
            try (RowCursor rows = RowReader.open(storage, part.path(), COLUMNS)) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    long ref = ref(row.string(ID));
                    if (refs.contains(ref)) {
                        found.add(ref);
                        sink.cluster(ref, ref(row.string(CLUSTER)));
                    }
                }
            }
        }
        for (int i = 0; i < refs.size(); i++) {
            if (!found.contains(refs.value(i))) {
                sink.cluster(refs.value(i), refs.value(i));
            }
        }
    }

    private List<Part> parts(String batch) {
        return before.parts("duplicates", batch);
    }

    private static long ref(@Nullable String id) {
        return Entry.ref(Objects.requireNonNull(id));
    }
}
