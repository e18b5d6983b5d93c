package dev.colophon.dataset.parquet;

import dev.colophon.storage.Closing;
import dev.colophon.storage.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rows in order, however many: rows that are added are sorted in memory and spilled as runs, runs that are there already
 * join them, and reading merges at most {@value #FAN_IN} at once, in several passes where there are more. Heap is bounded
 * by the buffer and by one small row group of each open run. Not thread-safe.
 */
public final class SortedRuns implements Closeable {
    static final int FAN_IN = 16;
    private static final long BUFFER_BYTES = 16L << 20;

    private final Storage storage;
    private final String folder;
    private final Table<?> table;
    private final RowOrder order;
    private final List<RunFile> runs = new ArrayList<>();
    private final List<Row> buffer = new ArrayList<>();
    private long weight;
    private boolean sorted = true;
    private int spilled;

    /** @param folder for runs of its own; removed on close */
    public SortedRuns(Storage storage, String folder, Table<?> table, RowOrder order) {
        this.storage = storage;
        this.folder = folder;
        this.table = table;
        this.order = order;
    }

    /** Adds a row in any order. */
    public void add(Row row) throws IOException {
        buffer.add(row);
        sorted = false;
        weight += row.weight();
        if (weight > BUFFER_BYTES) {
            spill();
        }
    }

    /** Adds rows of a file that are in order; it stays when this is closed. */
    public void addRun(RunFile run) {
        runs.add(run);
    }

    /** All rows in order; may be called again, and several cursors may be open at once. */
    public RowCursor open() throws IOException {
        return openWith(RowCursor.of(List.of()));
    }

    /** All rows and those of another cursor in order; {@code more} is in this order and is closed with the result. */
    public RowCursor openWith(RowCursor more) throws IOException {
        sort();
        while (runs.size() > FAN_IN) {
            reduce();
        }
        List<RowCursor> cursors = new ArrayList<>(readers(runs));
        cursors.add(RowCursor.of(buffer));
        cursors.add(more);
        return new Merge(cursors, order);
    }

    /** Merges the first runs to one behind the others, so that every row takes part in as few passes as possible. */
    private void reduce() throws IOException {
        List<RunFile> first = runs.subList(0, FAN_IN);
        RunFile merged;
        try (RowCursor rows = new Merge(readers(first), order)) {
            merged = write(rows);
        }
        first.clear();
        runs.add(merged);
    }

    private List<RowCursor> readers(List<RunFile> files) throws IOException {
        List<RowCursor> readers = new ArrayList<>();
        boolean complete = false;
        try {
            for (RunFile file : files) {
                readers.add(file.open(storage, table));
            }
            complete = true;
        } finally {
            if (!complete) {
                Closing.all(readers);
            }
        }
        return readers;
    }

    /** Once for all cursors: an open one must not see the buffer change. */
    private void sort() {
        if (!sorted) {
            buffer.sort(order);
            sorted = true;
        }
    }

    private void spill() throws IOException {
        sort();
        runs.add(write(RowCursor.of(buffer)));
        buffer.clear();
        weight = 0;
    }

    private RunFile write(RowCursor rows) throws IOException {
        String path = String.format(Locale.ROOT, "%s/run-%05d.parquet", folder, spilled++);
        try (RowWriter writer = new RowWriter(storage, path, table, RowWriter.Profile.RUN)) {
            return RunFile.whole(writer.finishWith(rows).path());
        }
    }

    @Override
    public void close() throws IOException {
        buffer.clear();
        if (spilled > 0) {
            storage.delete(folder);
        }
    }
}
