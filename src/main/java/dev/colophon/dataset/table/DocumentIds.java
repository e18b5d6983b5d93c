package dev.colophon.dataset.table;

import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowOrder;
import dev.colophon.dataset.parquet.RowWriter;
import dev.colophon.dataset.parquet.SortedRuns;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ids of documents with the inputs that they come from, sorted on disk. Not thread-safe. */
final class DocumentIds implements Closeable {
    static final Table<Void> TABLE = Clusters.KEYS.project("ids", "doc_id", "source_uri");
    static final int ID = TABLE.position("doc_id");

    private static final int SOURCE = TABLE.position("source_uri");
    private static final int KEY_ID = Clusters.KEYS.position("doc_id");
    private static final int KEY_SOURCE = Clusters.KEYS.position("source_uri");
    private static final RowOrder BY_ID = RowOrder.of(TABLE).nullsLast("doc_id", "source_uri");

    private final Storage storage;
    private final SortedRuns ids;
    private long count;

    /** @param folder for files of its own; removed on close */
    DocumentIds(Storage storage, String folder) {
        this.storage = storage;
        this.ids = new SortedRuns(storage, folder, TABLE, BY_ID);
    }

    /** Adds a document, as a row of {@link Clusters#KEYS}. */
    void add(Row key) throws IOException {
        Row row = TABLE.emptyRow();
        row.set(ID, key.value(KEY_ID));
        row.set(SOURCE, key.value(KEY_SOURCE));
        ids.add(row);
        count++;
    }

    long count() {
        return count;
    }

    /** @throws IllegalStateException where a document comes twice */
    void requireDistinct() throws IOException {
        try (RowCursor rows = ids.open()) {
            Row before = null;
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (before != null && Objects.equals(before.value(ID), row.value(ID))) {
                    throw new IllegalStateException("document " + row.string(ID) + " comes twice, from "
                            + before.string(SOURCE) + " and " + row.string(SOURCE)
                            + "; an input that is read again must be among those that are replaced");
                }
                before = row;
            }
        }
    }

    /** Writes them in order; null where there are none. */
    @Nullable
    String write(String path) throws IOException {
        if (count == 0) {
            return null;
        }
        try (RowCursor rows = ids.open();
                RowWriter writer = new RowWriter(storage, path, TABLE, RowWriter.Profile.RUN)) {
            return writer.finishWith(rows).path();
        }
    }

    @Override
    public void close() throws IOException {
        ids.close();
    }
}
