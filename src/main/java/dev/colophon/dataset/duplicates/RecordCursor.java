package dev.colophon.dataset.duplicates;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Records of one length, one after the other. Not thread-safe. */
interface RecordCursor extends Closeable {
    /** The next record, which is the caller's own; null at the end. */
    byte @Nullable [] next() throws IOException;

    @Override
    default void close() throws IOException {}

    /** Records that are in memory. */
    static RecordCursor of(Iterable<byte[]> records) {
        Iterator<byte[]> iterator = records.iterator();
        return () -> iterator.hasNext() ? iterator.next() : null;
    }

    /** Sorted records, each once. */
    static RecordCursor distinct(RecordCursor records) {
        return new RecordCursor() {
            private byte @Nullable [] before;

            @Override
            public byte @Nullable [] next() throws IOException {
                byte[] record = records.next();
                while (record != null && Arrays.equals(record, before)) {
                    record = records.next();
                }
                before = record;
                return record;
            }

            @Override
            public void close() throws IOException {
                records.close();
            }
        };
    }
}
