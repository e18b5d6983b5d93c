package dev.colophon.dataset.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Rows one after the other. Not thread-safe. */
public interface RowCursor extends Closeable {
    /** The next row, which is the caller's own; null at the end. */
    @Nullable
    Row next() throws IOException;

    @Override
    default void close() throws IOException {}

    /** Rows that are in memory. */
    static RowCursor of(Iterable<Row> rows) {
        Iterator<Row> iterator = rows.iterator();
        return () -> iterator.hasNext() ? iterator.next() : null;
    }
}
