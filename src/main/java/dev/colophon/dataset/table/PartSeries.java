package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowOrder;
import dev.colophon.dataset.parquet.RowWriter;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the sorted rows of a table as its parts: {@code part-00000}, {@code part-00001} … A table without rows has one
 * part without rows, so that every reader finds its columns. Where a part ends depends on the rows alone.
 */
final class PartSeries {
    /** Leaves room for the last row group, which is measured before it is compressed. */
    private static final long MOST_BYTES = 448L << 20;

    private static final int ROWS_BETWEEN_CHECKS = 1024;

    private final Storage storage;
    private final String place;
    private final String staging;

    /** @param staging folder of the run, which the parts are staged in */
    PartSeries(Storage storage, String staging) {
        this(storage, staging, staging);
    }

    private PartSeries(Storage storage, String place, String staging) {
        this.storage = storage;
        this.place = place;
        this.staging = staging;
    }

    /** Parts of a run that are staged in a folder of their own for the time being. */
    static PartSeries at(String place, Storage storage, String staging) {
        return new PartSeries(storage, place, staging);
    }

    /**
     * What is written.
     *
     * @param batch null for a table over all batches
     * @param rows how many there will be at most; sizes Bloom filters
     */
    record Target(Table<?> table, @Nullable String batch, long rows) {}

    /**
     * Writes all rows, in place of what an earlier attempt at the run has staged.
     *
     * @throws IllegalStateException where the rows are not in the table's order, or two are equal in it
     */
    List<Part> write(Target target, RowCursor rows) throws IOException {
        clear(target.table(), target.batch());
        List<Part> parts = new ArrayList<>();
        Ordered ordered = new Ordered(rows, target.table());
        do {
            parts.add(writeOne(target, ordered, parts.size(), MOST_BYTES));
        } while (ordered.head != null);
        return parts;
    }

    /** Removes the parts that an earlier attempt at the run has staged of a table, which may have been more. */
    void clear(Table<?> table, @Nullable String batch) throws IOException {
        String folder = PartPaths.staged(place, PartPaths.folder(table.name(), batch));
        storage.delete(folder.substring(0, folder.length() - 1));
    }

    /**
     * Writes all rows as one part, however many.
     *
     * @throws IllegalStateException where the rows are not in the table's order, or two are equal in it
     */
    Part writeOne(Target target, RowCursor rows, int number) throws IOException {
        return writeOne(target, new Ordered(rows, target.table()), number, Long.MAX_VALUE);
    }

    private Part writeOne(Target target, Ordered rows, int number, long mostBytes) throws IOException {
        String path =
                PartPaths.folder(target.table().name(), target.batch()) + PartPaths.fileName(number, storage, staging);
        RowWriter.Profile profile = RowWriter.Profile.lasting(target.rows());
        try (RowWriter writer = new RowWriter(storage, PartPaths.staged(place, path), target.table(), profile)) {
            long count = 0;
            for (Row row = rows.next(); row != null; row = rows.next()) {
                writer.write(row);
                if (++count % ROWS_BETWEEN_CHECKS == 0 && writer.bytes() >= mostBytes) {
                    break;
                }
            }
            return PartPaths.part(target.table().name(), target.batch(), path, writer.finish());
        }
    }

    /** Rows one ahead, their order checked. */
    private static final class Ordered {
        private final RowCursor rows;
        private final Table<?> table;
        private final RowOrder order;
        private @Nullable Row head;

        Ordered(RowCursor rows, Table<?> table) throws IOException {
            this.rows = rows;
            this.table = table;
            this.order = Tables.order(table);
            this.head = rows.next();
        }

        @Nullable
        Row next() throws IOException {
            Row row = head;
            if (row != null) {
                head = rows.next();
                if (head != null && order.compare(row, head) > 0) {
                    throw new IllegalStateException("a part of " + table.name()
                            + " is not sorted; verify the dataset. Found " + table.readable(head) + " behind "
                            + table.readable(row));
                }
            }
            return row;
        }
    }
}
