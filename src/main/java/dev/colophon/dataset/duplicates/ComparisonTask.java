package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.table.FileTask;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the texts of pairs. What it finds is a file of one similarity for each pair, in their order: a double of 8 bytes.
 *
 * @param holdings path of the file that tells what the pairs' batch numbers stand for
 * @param pairs path of the file of pairs, as {@link Comparisons} writes them
 * @param inBands whether pairs that share no band of their signatures count as having nothing in common
 */
record ComparisonTask(String holdings, String pairs, boolean inBands) implements FileTask {
    @Override
    public String name() {
        return pairs;
    }

    /** Opens the pairs. */
    RecordCursor open(Storage storage) throws IOException {
        return new RecordReader(storage, pairs, Comparisons.PAIR);
    }

    /** Opens what was found, once an attempt is taken. */
    RecordCursor similarities(Storage storage) throws IOException {
        return new RecordReader(storage, path(), Double.BYTES);
    }

    @Override
    public String path() {
        return pairs + ".similarities";
    }

    @Override
    public void write(Storage dataset, String staging, String work, String written) throws IOException {
        List<byte[]> wanted = new ArrayList<>();
        try (RecordCursor records = open(dataset)) {
            for (byte[] record = records.next(); record != null; record = records.next()) {
                wanted.add(record);
            }
        }
        double[] similarities = new TextComparison(
                        new DocumentRows(dataset, staging, Holdings.read(dataset, holdings)), inBands)
                .similarities(wanted);
        RecordWriter.write(dataset, written, records(similarities));
    }

    private static RecordCursor records(double[] similarities) {
        int[] next = {0};
        return () -> next[0] == similarities.length
                ? null
                : ByteBuffer.allocate(Double.BYTES)
                        .putDouble(similarities[next[0]++])
                        .array();
    }
}
