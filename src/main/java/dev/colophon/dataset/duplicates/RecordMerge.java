package dev.colophon.dataset.duplicates;

import dev.colophon.storage.Closing;
import java.io.IOException;
import java.util.ArrayList;
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

    /** @param cursors closed with the merge, and where their first records cannot be read */
    RecordMerge(List<? extends RecordCursor> cursors) throws IOException {
        this.cursors = List.copyOf(cursors);
        boolean complete = false;
        try {
            for (RecordCursor cursor : this.cursors) {
                advance(cursor);
            }
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    /** Opens a cursor. */
    interface Source {
        RecordCursor open() throws IOException;
    }

    /** The records of all, each once; all are open at once, or none where one cannot be opened. */
    static RecordCursor distinct(List<Source> sources) throws IOException {
        List<RecordCursor> cursors = new ArrayList<>();
        boolean complete = false;
        try {
            for (Source source : sources) {
                cursors.add(source.open());
            }
            complete = true;
        } finally {
            if (!complete) {
                Closing.all(cursors);
            }
        }
        return RecordCursor.distinct(new RecordMerge(cursors));
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
        Closing.all(cursors);
    }
}
