package dev.colophon.dataset.duplicates;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Pairs of documents whose texts are compared by tasks of the run, some thousand texts each. Heap holds the pairs of one
 * task, 14 MB at most (48 bytes each, and 4 to list it). Not thread-safe.
 */
final class Comparisons implements Closeable {
    /** Bytes of a pair: two places. */
    static final int PAIR = 2 * DocumentRows.PLACE;

    private final Workshop workshop;
    private final String folder;
    private final boolean inBands;
    private final TaskSize size;
    private final List<byte[]> pairs = new ArrayList<>();
    private LongIndex texts = new LongIndex();
    private final List<ComparisonTask> tasks = new ArrayList<>();

    /**
     * Comparisons.
     *
     * @param name of their folder; what is in it goes on close
     * @param inBands whether pairs that share no band of their signatures count as having nothing in common
     */
    Comparisons(Workshop workshop, String name, boolean inBands) {
        this.workshop = workshop;
        this.folder = workshop.folder() + "/" + name;
        this.inBands = inBands;
        this.size = workshop.taskSize();
    }

    /** Adds the texts at two places, in any order of pairs; few tasks read a text if its pairs follow each other. */
    void add(byte[] one, byte[] other) throws IOException {
        pairs.add(ByteBuffer.allocate(PAIR).put(one).put(other).array());
        texts.add(DocumentRows.ref(one));
        texts.add(DocumentRows.ref(other));
        if (texts.size() >= size.texts() || pairs.size() >= size.pairs()) {
            writeTask();
        }
    }

    private void writeTask() throws IOException {
        String path = String.format(Locale.ROOT, "%s/pairs-%05d.bin", folder, tasks.size());
        RecordWriter.write(workshop.storage(), path, RecordCursor.of(pairs));
        tasks.add(new ComparisonTask(workshop.holdings(), path, inBands));
        pairs.clear();
        texts = new LongIndex();
    }

    /** Has the texts compared. Nothing may be added any more. */
    void run() throws Exception {
        if (!pairs.isEmpty()) {
            writeTask();
        }
        workshop.runner().complete("compare", tasks, workshop.storage(), workshop.staging());
    }

    /** Takes what was found of a pair. */
    interface Sink {
        /**
         * Takes it.
         *
         * @param one ref of the first
         * @param other ref of the second
         * @param similarity of their texts, 0 to 1
         */
        void pair(long one, long other, double similarity) throws IOException;
    }

    /** Hands over all pairs, in the order in which they were added. */
    void forEach(Sink sink) throws IOException {
        for (ComparisonTask task : tasks) {
            try (RecordCursor pairs = task.open(workshop.storage());
                    RecordCursor similarities = task.similarities(workshop.storage())) {
                for (byte[] pair = pairs.next(); pair != null; pair = pairs.next()) {
                    byte[] similarity = similarities.next();
                    if (similarity == null) {
                        throw new IOException("fewer similarities than pairs in " + task.name());
                    }
                    sink.pair(
                            DocumentRows.ref(pair),
                            ByteBuffer.wrap(pair).getLong(PAIR - Long.BYTES),
                            ByteBuffer.wrap(similarity).getDouble());
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        pairs.clear();
        if (!tasks.isEmpty()) {
            workshop.storage().delete(folder);
        }
    }
}
