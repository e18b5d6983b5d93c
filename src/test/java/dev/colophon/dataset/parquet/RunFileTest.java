package dev.colophon.dataset.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.storage.LocalStorage;
import dev.colophon.storage.Storage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some rows of a file of many pages and row groups are just those, wherever they begin and end. */
class RunFileTest {
    private static final int ROWS = 5000;
    private static final Table<Void> TABLE = Table.of(
            "texts", "", List.of(Column.bare("id", ColumnType.STRING), Column.bare("text", ColumnType.STRING)));
    private static final Table<Void> TEXT = TABLE.project("text", "text");

    @TempDir
    Path folder;

    private Storage storage;

    @BeforeEach
    void write() throws Exception {
        storage = new LocalStorage(folder);
        RowWriter.Profile profile = new RowWriter.Profile(1, 64 << 20, 1000, 20_000, 0);
        try (RowWriter writer = new RowWriter(storage, "file", TABLE, profile)) {
            for (int row = 0; row < ROWS; row++) {
                writer.write(TABLE.rowOf(ColumnType.STRING.encode(id(row)), ColumnType.STRING.encode(text(row))));
            }
            writer.finish();
        }
    }

    /** In order; three rows have each. */
    private static String id(int row) {
        return String.format(Locale.ROOT, "%05d", row / 3);
    }

    private static String text(int row) {
        return row + " " + "x".repeat(new Random(row).nextInt(600));
    }

    private List<String> read(RunFile file, Table<?> table) throws Exception {
        List<String> found = new ArrayList<>();
        try (RowCursor rows = file.open(storage, table)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                String text = Objects.requireNonNull(row.string(table.position("text")));
                found.add(text.substring(0, text.indexOf(' ')));
            }
        }
        return found;
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(String::valueOf).toList();
    }

    @Test
    void rowsByTheirNumbers() throws Exception {
        assertThat(read(RunFile.whole("file"), TEXT)).isEqualTo(numbers(0, ROWS));
        Random random = new Random(5);
        for (int i = 0; i < 40; i++) {
            int from = random.nextInt(ROWS);
            int to = i % 4 == 0 ? ROWS : from + 1 + random.nextInt(ROWS - from);
            assertThat(read(new RunFile("file", new RunFile.Rows(from, to), null), TEXT))
                    .isEqualTo(numbers(from, to));
        }
        assertThat(read(new RunFile("file", new RunFile.Rows(7, 7), null), TEXT))
                .isEmpty();
    }

    @Test
    void rowsByTheirKeys() throws Exception {
        Random random = new Random(6);
        for (int i = 0; i < 40; i++) {
            int from = random.nextInt(ROWS / 3);
            int to = from + random.nextInt(ROWS / 3 - from + 1);
            boolean last = i % 4 == 0;
            RunFile.Keys keys = new RunFile.Keys("id", id(3 * from), last ? null : id(3 * to));
            assertThat(read(new RunFile("file", null, keys), TABLE)).isEqualTo(numbers(3 * from, last ? ROWS : 3 * to));
        }
    }
}
