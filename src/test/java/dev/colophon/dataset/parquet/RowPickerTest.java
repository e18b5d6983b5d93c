package dev.colophon.dataset.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.storage.LocalStorage;
import dev.colophon.storage.Storage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowPickerTest {
    private static final int ROWS = 9000;
    private static final Table<Void> TABLE = Table.of(
            "texts", "", List.of(Column.bare("id", ColumnType.STRING), Column.bare("text", ColumnType.STRING)));
    private static final Table<Void> TEXT = TABLE.project("text", "text");

    @TempDir
    Path folder;

    private static String text(long row) {
        return "row " + row + " " + "x".repeat(new Random(row).nextInt(600));
    }

    private static String start(@Nullable String text) {
        return Objects.requireNonNull(text).substring(0, text.indexOf(' ', 4));
    }

    /** Rows of many pages and row groups. */
    private Storage written(int rowsOfGroup) throws Exception {
        Storage storage = new LocalStorage(folder);
        RowWriter.Profile profile = new RowWriter.Profile(1, 64 << 20, rowsOfGroup, 20_000, 0);
        try (RowWriter writer = new RowWriter(storage, "file", TABLE, profile)) {
            for (int row = 0; row < ROWS; row++) {
                writer.write(TABLE.rowOf(ColumnType.STRING.encode("id " + row), ColumnType.STRING.encode(text(row))));
            }
            writer.finish();
        }
        return storage;
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 100_000})
    void theRowsThatAreWantedComeAndNoOthers(int rowsOfGroup) throws Exception {
        Storage storage = written(rowsOfGroup);
        for (int wanted : new int[] {1, 2, 30, 1000, ROWS}) {
            LongStream some = new Random(wanted).longs(0, ROWS).distinct().limit(wanted);
            long[] rows = LongStream.concat(some, LongStream.of(999, ROWS - 1))
                    .distinct()
                    .sorted()
                    .toArray();
            List<String> found = new ArrayList<>();
            try (RowCursor picked = RowPicker.open(storage, "file", TEXT, rows)) {
                for (Row row = picked.next(); row != null; row = picked.next()) {
                    found.add(start(row.string(0)));
                }
            }
            assertThat(found)
                    .isEqualTo(LongStream.of(rows)
                            .mapToObj(row -> start(text(row)))
                            .toList());
        }
    }
}
