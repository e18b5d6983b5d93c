package dev.colophon.dataset.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.storage.LocalStorage;
import dev.colophon.storage.Storage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorting and finding records that do not fit into memory. */
class RecordsTest {
    private static final int WIDTH = 16;

    @TempDir
    Path folder;

    private static List<byte[]> records(int count, int spread, long seed) {
        Random random = new Random(seed);
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] record = new byte[WIDTH];
            random.nextBytes(record);
            byte[] key = Records.of(new Random(random.nextInt(spread)).nextLong());
            System.arraycopy(key, 0, record, 0, Posting.KEY_BYTES);
            records.add(record);
        }
        return records;
    }

    private static List<String> hex(List<byte[]> records) {
        return records.stream().map(HexFormat.of()::formatHex).toList();
    }

    private static List<byte[]> all(RecordCursor cursor) throws Exception {
        List<byte[]> records = new ArrayList<>();
        for (byte[] record = cursor.next(); record != null; record = cursor.next()) {
            records.add(record);
        }
        cursor.close();
        return records;
    }

    @Test
    void recordsAreSortedAndEachComesOnceHoweverManyRunsItTakes() throws Exception {
        Storage storage = new LocalStorage(folder);
        List<byte[]> records = records(5000, 1000, 1);
        records.addAll(records.subList(0, 700));
        try (RecordSorter sorter = new RecordSorter(storage, "work", WIDTH, 40 * WIDTH)) {
            for (byte[] record : records) {
                sorter.add(record);
            }
            List<String> expected = List.copyOf(new TreeSet<>(hex(records)));
            assertThat(hex(all(sorter.open()))).isEqualTo(expected);
            assertThat(hex(all(sorter.open()))).isEqualTo(expected);
        }
        assertThat(storage.list("work")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40, 2000})
    void recordsAreFoundByTheirBeginningsHoweverFewAreWanted(int wanted) throws Exception {
        Storage storage = new LocalStorage(folder);
        List<byte[]> records = records(20_000, 3000, 2);
        records.sort(Arrays::compareUnsigned);
        RecordWriter.write(storage, "file", RecordCursor.of(records));
        TreeSet<String> keys = new TreeSet<>();
        for (byte[] record : records(wanted, 6000, 3)) {
            keys.add(HexFormat.of().formatHex(record, 0, Posting.KEY_BYTES));
        }
        keys.add(HexFormat.of().formatHex(records.get(0), 0, Posting.KEY_BYTES));
        keys.add(HexFormat.of().formatHex(records.get(19_999), 0, Posting.KEY_BYTES));
        List<byte[]> found = new ArrayList<>();
        RecordCursor cursor =
                RecordCursor.of(keys.stream().map(HexFormat.of()::parseHex).toList());
        new RecordLookup(storage, "file", WIDTH, records.size()).find(cursor, keys.size(), found::add);
        assertThat(hex(found))
                .isEqualTo(hex(records).stream()
                        .filter(record -> keys.contains(record.substring(0, 2 * Posting.KEY_BYTES)))
                        .toList())
                .hasSizeGreaterThan(5);
    }

    /** Records that many have the beginning of stand in one range, also where that is the range's least key. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, KeyRange.MOST})
    void eachRecordIsInOneRange(int ranges) throws Exception {
        Storage storage = new LocalStorage(folder);
        List<byte[]> records = records(3000, 400, 4);
        for (byte[] border : List.of(new byte[6], new KeyRange(ranges - 1, ranges).from())) {
            for (int i = 0; i < 900; i++) {
                byte[] record = Arrays.copyOf(border, WIDTH);
                record[WIDTH - 1] = (byte) i;
                record[WIDTH - 2] = (byte) (i >> 8);
                records.add(record);
            }
        }
        records.sort(Arrays::compareUnsigned);
        RecordWriter.write(storage, "file", RecordCursor.of(records));
        RecordLookup whole = new RecordLookup(storage, "file", WIDTH, records.size());
        List<byte[]> read = new ArrayList<>();
        List<byte[]> found = new ArrayList<>();
        for (int number = 0; number < ranges; number++) {
            RecordLookup some = whole.within(new KeyRange(number, ranges));
            List<byte[]> these = all(some.open());
            assertThat(these).hasSize((int) some.count());
            read.addAll(these);
            List<byte[]> keys = these.stream()
                    .map(record -> Arrays.copyOf(record, Posting.KEY_BYTES))
                    .toList();
            some.find(RecordCursor.distinct(RecordCursor.of(keys)), these.size(), found::add);
        }
        assertThat(hex(read)).isEqualTo(hex(records));
        assertThat(hex(found)).isEqualTo(hex(records));
    }

    @Test
    void aFileWithoutRecordsHasNoneInAnyRange() throws Exception {
        Storage storage = new LocalStorage(folder);
        RecordWriter.write(storage, "file", RecordCursor.of(List.of()));
        RecordLookup none = new RecordLookup(storage, "file", WIDTH, 0).within(new KeyRange(1, 3));
        assertThat(none.count()).isZero();
        assertThat(all(none.open())).isEmpty();
    }
}
