package dev.colophon.dataset.parquet;

import static dev.colophon.dataset.parquet.TextRows.TABLE;
import static dev.colophon.dataset.parquet.TextRows.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.storage.LocalStorage;
import dev.colophon.storage.Storage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some rows of a file of many pages and row groups are just those, wherever they begin and end. */
class RunFileTest {
    private static final int ROWS = 5000;

    @TempDir
    Path folder;

    private Storage storage;

    @BeforeEach
    void write() throws Exception {
        storage = new LocalStorage(folder);
        TextRows.write(storage, "file", ROWS, 1000, RunFileTest::id);
    }

    /** In order; three rows have each. */
    private static String id(int row) {
        return String.format(Locale.ROOT, "%05d", row / 3);
    }

    private List<Long> read(RunFile file, Table<?> table) throws Exception {
        return TextRows.numbers(file.open(storage, table), table);
    }

    private static List<Long> numbers(int from, int to) {
        return LongStream.range(from, to).boxed().toList();
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
