package dev.colophon.dataset.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.storage.LocalStorage;
import dev.colophon.storage.Storage;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowPickerTest {
    private static final int ROWS = 9000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1000, 100_000})
    void theRowsThatAreWantedComeAndNoOthers(int rowsOfGroup) throws Exception {
        Storage storage = new LocalStorage(folder);
        TextRows.write(storage, "file", ROWS, rowsOfGroup, row -> "id " + row);
        for (int wanted : new int[] {1, 2, 30, 1000, ROWS}) {
            LongStream some = new Random(wanted).longs(0, ROWS).distinct().limit(wanted);
            long[] rows = LongStream.concat(some, LongStream.of(999, ROWS - 1))
                    .distinct()
                    .sorted()
                    .toArray();
            List<Long> found = TextRows.numbers(RowPicker.open(storage, "file", TextRows.TEXT, rows), TextRows.TEXT);
            assertThat(found).isEqualTo(LongStream.of(rows).boxed().toList());
        }
    }
}
