package dev.colophon.dataset.diff;

import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowOrder;
import dev.colophon.dataset.parquet.SortedRuns;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import java.io.Closeable;
import java.io.IOException;

/** Joins the rows of an earlier and of a later state that agree in some columns, one to one. Heap does not grow with them. */
final class Matching implements Closeable {
    /** Takes a row. */
    @FunctionalInterface
    interface Sink {
        void accept(Row row) throws IOException;
    }

    /** Takes an earlier row and the later one that agrees with it. */
    @FunctionalInterface
    interface Pairs {
        void accept(Row old, Row now) throws IOException;
    }

    private final RowOrder key;
    private final SortedRuns old;
    private final SortedRuns now;

    /**
     * @param scratch a folder for sorting
     * @param name of the folders below it
     * @param columns those in which rows agree, nulls too; of several that do, the first in {@code then} are joined first
     */
    Matching(Storage scratch, String name, Table<Void> table, String[] columns, String... then) {
        key = RowOrder.of(table).nullsLast(columns);
        RowOrder order = key.nullsLast(then);
        old = new SortedRuns(scratch, name + "-old", table, order);
        now = new SortedRuns(scratch, name + "-now", table, order);
    }

    void addOld(Row row) throws IOException {
        old.add(row);
    }

    void addNow(Row row) throws IOException {
        now.add(row);
    }

    /** Joins all, in the order of the columns. */
    void join(Pairs pairs, Sink oldAlone, Sink nowAlone) throws IOException {
        try (RowCursor before = old.open();
                RowCursor after = now.open()) {
            Row left = before.next();
            Row right = after.next();
            while (left != null || right != null) {
                int order = left == null ? 1 : right == null ? -1 : key.compare(left, right);
                if (left != null && order < 0) {
                    oldAlone.accept(left);
                    left = before.next();
                } else if (right != null && order > 0) {
                    nowAlone.accept(right);
                    right = after.next();
                } else if (left != null && right != null) {
                    pairs.accept(left, right);
                    left = before.next();
                    right = after.next();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (now) {
            old.close();
        }
    }
}
