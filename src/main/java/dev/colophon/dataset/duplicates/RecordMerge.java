package dev.colophon.dataset.duplicates;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Sorted cursors as one; records are in the order of their unsigned bytes. */
final class RecordMerge implements RecordCursor {
    @SuppressWarnings("ArrayRecordComponent") // compared by the queue's own order
    private record Head(byte[] record, RecordCursor rest) {}

    private final List<RecordCursor> cursors;
    private final PriorityQueue<Head> heads =
            new PriorityQueue<>((one, other) -> Arrays.compareUnsigned(one.record, other.record));

    /** @param cursors closed with the merge */
    RecordMerge(List<? extends RecordCursor> cursors) throws IOException {
        this.cursors = List.copyOf(cursors);
        for (RecordCursor cursor : this.cursors) {
            advance(cursor);
        }
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        Head head = heads.poll();
        if (head == null) {
            return null;
        }
        advance(head.rest);
        return head.record;
    }

    private void advance(RecordCursor cursor) throws IOException {
        byte[] record = cursor.next();
        if (record != null) {
            heads.add(new Head(record, cursor));
        }
    }

    @Override
    public void close() throws IOException {
        for (RecordCursor cursor : cursors) {
            cursor.close();
        }
    }
}
