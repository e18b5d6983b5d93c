package dev.colophon.dataset.parquet;

import dev.colophon.storage.Closing;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Sorted cursors as one. */
final class Merge implements RowCursor {
    private record Head(Row row, RowCursor rest, int number) {}

    private final List<RowCursor> cursors;
    private final PriorityQueue<Head> heads;

    /** @param cursors each in {@code order}; closed with the merge, and where this fails */
    Merge(List<RowCursor> cursors, Comparator<Row> order) throws IOException {
        this.cursors = List.copyOf(cursors);
        this.heads = new PriorityQueue<>(Comparator.comparing(Head::row, order).thenComparing(Head::number));
        boolean complete = false;
        try {
            for (int i = 0; i < cursors.size(); i++) {
                advance(cursors.get(i), i);
            }
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    @Override
    public @Nullable Row next() throws IOException {
        Head head = heads.poll();
        if (head == null) {
            return null;
        }
        advance(head.rest(), head.number());
        return head.row();
    }

    private void advance(RowCursor cursor, int number) throws IOException {
        Row row = cursor.next();
        if (row != null) {
            heads.add(new Head(row, cursor, number));
        }
    }

    @Override
    public void close() throws IOException {
        Closing.all(cursors);
    }
}
