package dev.colophon.dataset.duplicates;

import dev.colophon.storage.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Records in the order of their unsigned bytes, each once, however many: a buffer of {@value #BUFFER_BYTES} bytes is sorted
 * in memory and spilled, and the spilled runs are merged, at most {@value #FAN_IN} at once. Not thread-safe.
 */
final class RecordSorter implements Closeable {
    static final int FAN_IN = 64;
    private static final int BUFFER_BYTES = 8 << 20;

    private final Storage storage;
    private final String folder;
    private final int width;
    private final int most;
    private byte[] buffer;
    private int count;
    private boolean sorted = true;
    private final List<String> runs = new ArrayList<>();
    private int spilled;

    /**
     * @param folder for runs of its own; removed on close
     * @param width bytes of a record
     */
    RecordSorter(Storage storage, String folder, int width) {
        this(storage, folder, width, BUFFER_BYTES);
    }

    /** With another size of the buffer, in bytes. */
    RecordSorter(Storage storage, String folder, int width, int bufferBytes) {
        this.storage = storage;
        this.folder = folder;
        this.width = width;
        this.most = Math.max(1, bufferBytes / width);
        this.buffer = new byte[Math.min(most, 256) * width];
    }

    /** Adds a record in any order. */
    void add(byte[] record) throws IOException {
        if (record.length != width) {
            throw new IllegalArgumentException("expected a record of " + width + " bytes, found " + record.length);
        }
        if (count == most) {
            spill();
        }
        if (count * width == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, (long) most * width));
        }
        System.arraycopy(record, 0, buffer, count++ * width, width);
        sorted = false;
    }

    /** All records in order without repeats; may be called again, but nothing may be added while a cursor is open. */
    RecordCursor open() throws IOException {
        sort();
        while (runs.size() > FAN_IN) {
            reduce();
        }
        List<RecordMerge.Source> sources = new ArrayList<>(sources(runs));
        sources.add(this::inMemory);
        return RecordMerge.distinct(sources);
    }

    private void reduce() throws IOException {
        List<String> first = runs.subList(0, FAN_IN);
        String merged;
        try (RecordCursor records = RecordMerge.distinct(sources(first))) {
            merged = write(records);
        }
        first.clear();
        runs.add(merged);
    }

    private List<RecordMerge.Source> sources(List<String> paths) {
        return paths.stream()
                .<RecordMerge.Source>map(path -> () -> new RecordReader(storage, path, width))
                .toList();
    }

    private RecordCursor inMemory() {
        int[] place = {0};
        return () -> place[0] == count ? null : Arrays.copyOfRange(buffer, place[0] * width, ++place[0] * width);
    }

    private void spill() throws IOException {
        sort();
        runs.add(write(inMemory()));
        count = 0;
    }

    private String write(RecordCursor records) throws IOException {
        String path = String.format(Locale.ROOT, "%s/run-%05d.bin", folder, spilled++);
        RecordWriter.write(storage, path, records);
        return path;
    }

    /** A merge sort of places, bottom up, and one pass that puts the records there. */
    private void sort() {
        if (sorted) {
            return;
        }
        int[] places = new int[count];
        for (int i = 0; i < count; i++) {
            places[i] = i;
        }
        int[] spare = new int[count];
        for (int length = 1; length < count; length *= 2) {
            for (int from = 0; from < count; from += 2 * length) {
                merge(places, spare, new int[] {from, Math.min(from + length, count), Math.min(from + 2 * length, count)
                });
            }
            int[] swapped = places;
            places = spare;
            spare = swapped;
        }
        byte[] ordered = new byte[buffer.length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(buffer, places[i] * width, ordered, i * width, width);
        }
        buffer = ordered;
        sorted = true;
    }

    private void merge(int[] from, int[] to, int[] bounds) {
        int left = bounds[0];
        int right = bounds[1];
        for (int at = bounds[0]; at < bounds[2]; at++) {
            boolean takesLeft = right == bounds[2] || (left < bounds[1] && compare(from[left], from[right]) <= 0);
            to[at] = takesLeft ? from[left++] : from[right++];
        }
    }

    private int compare(int one, int other) {
        return Arrays.compareUnsigned(
                buffer, one * width, (one + 1) * width, buffer, other * width, (other + 1) * width);
    }

    @Override
    public void close() throws IOException {
        buffer = new byte[0];
        count = 0;
        if (spilled > 0) {
            storage.delete(folder);
        }
    }
}
