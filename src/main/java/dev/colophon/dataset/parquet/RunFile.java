package dev.colophon.dataset.parquet;

import dev.colophon.storage.Storage;
import java.io.IOException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A file of rows in order, or those of its rows that are wanted; can be read on another machine.
 *
 * @param path relative to the storage's root
 * @param rows numbers of the wanted rows; null for all
 * @param keys what a column of the wanted rows holds; null for anything
 */
public record RunFile(
        String path, @Nullable Rows rows, @Nullable Keys keys) implements Serializable {
    /**
     * Rows that stand one behind the other.
     *
     * @param from number of the first, from 0
     * @param to number behind that of the last
     */
    public record Rows(int from, int to) implements Serializable {
        public Rows {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("there are no rows from " + from + " to " + to);
            }
        }

        /**
         * These and later ones, with what lies between.
         *
         * @throws IllegalStateException where the others are not later: the file is not in order
         */
        public Rows behind(Rows later) {
            if (later.from() < to) {
                throw new IllegalStateException("a part is not sorted; verify the dataset. Row " + later.from()
                        + " belongs before row " + (to - 1));
            }
            return new Rows(from, later.to());
        }
    }

    /**
     * Values of a string column that stand one behind the other in the order of their UTF-8.
     *
     * @param from the least
     * @param below the least behind them; null for all from {@code from} on
     */
    public record Keys(String column, String from, @Nullable String below) implements Serializable {}

    /** All rows of a file. */
    public static RunFile whole(String path) {
        return new RunFile(path, null, null);
    }

    /** Opens the file for the columns of a table, which may be a projection. What holds no wanted row is not read. */
    public RowCursor open(Storage storage, Table<?> table) throws IOException {
        if (rows != null) {
            return RowPicker.open(storage, path, table, rows);
        }
        return keys == null ? RowReader.open(storage, path, table) : RowReader.between(storage, path, table, keys);
    }
}
