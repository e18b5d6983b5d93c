package dev.colophon.dataset.parquet;

import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;

/** Files of numbered rows, of many pages and row groups. */
final class TextRows {
    static final Table<Void> TABLE = Table.of(
            "texts", "", List.of(Column.bare("id", ColumnType.STRING), Column.bare("text", ColumnType.STRING)));
    static final Table<Void> TEXT = TABLE.project("text", "text");

    private static final int PAGE_BYTES = 20_000;
    private static final int LONGEST = 600;

    private TextRows() {}

    /**
     * Writes a file.
     *
     * @param ids what the column {@code id} holds, by the number of the row
     */
    static void write(Storage storage, String path, int rows, int rowsOfGroup, IntFunction<String> ids)
            throws IOException {
        RowWriter.Profile profile = new RowWriter.Profile(1, 64 << 20, rowsOfGroup, PAGE_BYTES, 0);
        try (RowWriter writer = new RowWriter(storage, path, TABLE, profile)) {
            for (int row = 0; row < rows; row++) {
                String text = row + " " + "x".repeat(new Random(row).nextInt(LONGEST));
                writer.write(TABLE.rowOf(ColumnType.STRING.encode(ids.apply(row)), ColumnType.STRING.encode(text)));
            }
            writer.finish();
        }
    }

    /**
     * The numbers of the rows that a cursor gives, as their texts tell them; closes it.
     *
     * @param table what the cursor was opened for
     */
    static List<Long> numbers(RowCursor cursor, Table<?> table) throws IOException {
        List<Long> numbers = new ArrayList<>();
        try (cursor) {
            for (Row row = cursor.next(); row != null; row = cursor.next()) {
                String text = Objects.requireNonNull(row.string(table.position("text")));
                numbers.add(Long.valueOf(text.substring(0, text.indexOf(' '))));
            }
        }
        return numbers;
    }
}
