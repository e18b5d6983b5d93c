package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.table.FileTask;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the keys of a range in the index. What it gives is a file of postings in order: those of keys that more than one
 * document has.
 *
 * @param path of what it gives
 * @param number of the {@link KeyRange}
 * @param ranges how many there are
 * @param keys files of wanted keys, each in order; {@value KeysMergeTask#FAN_IN} at most, since all are open at once
 * @param postings files of the index
 */
record HitsTask(String path, int number, int ranges, List<String> keys, List<Postings> postings) implements FileTask {
    HitsTask {
        keys = List.copyOf(keys);
        if (keys.size() > KeysMergeTask.FAN_IN) {
            throw new IllegalArgumentException(keys.size() + " files of keys are too many to be open at once");
        }
        postings = List.copyOf(postings);
    }

    /** A file of postings in order, and how many it holds. */
    record Postings(String path, long records) implements Serializable {}

    @Override
    public void write(Storage dataset, String staging, String work, String written) throws IOException {
        KeyRange range = new KeyRange(number, ranges);
        String wanted = work + "/wanted.bin";
        try (RecordSorter found = new RecordSorter(dataset, work + "/hits", Posting.WIDTH)) {
            long count = writeWanted(dataset, range, wanted);
            for (Postings file : postings) {
                try (RecordCursor sorted = new RecordReader(dataset, wanted, Posting.KEY_BYTES)) {
                    new RecordLookup(dataset, file.path(), Posting.WIDTH, file.records())
                            .within(range)
                            .find(sorted, count, found::add);
                }
            }
            try (RecordCursor hits = found.open()) {
                RecordWriter.write(dataset, written, new Shared(hits));
            }
        }
        dataset.delete(wanted);
    }

    /** Gathers the keys of the range in one file, which is read once for each file of the index; gives how many there are. */
    private long writeWanted(Storage dataset, KeyRange range, String path) throws IOException {
        List<RecordMerge.Source> sources = new ArrayList<>();
        for (String file : keys) {
            long records = dataset.size(file) / Posting.KEY_BYTES;
            RecordLookup some = new RecordLookup(dataset, file, Posting.KEY_BYTES, records).within(range);
            if (some.count() > 0) {
                sources.add(some::open);
            }
        }
        try (RecordCursor merged = RecordMerge.distinct(sources)) {
            return RecordWriter.write(dataset, path, merged).records();
        }
    }

    /** Postings whose key the one before or the one behind has too. */
    private static final class Shared implements RecordCursor {
        private final RecordCursor postings;
        private byte @Nullable [] before;
        private byte @Nullable [] head;

        Shared(RecordCursor postings) throws IOException {
            this.postings = postings;
            this.head = postings.next();
        }

        @Override
        public byte @Nullable [] next() throws IOException {
            while (head != null) {
                byte[] posting = head;
                head = postings.next();
                boolean shared = haveSameKey(before, posting) || haveSameKey(head, posting);
                before = posting;
                if (shared) {
                    return posting;
                }
            }
            return null;
        }

        private static boolean haveSameKey(byte @Nullable [] other, byte[] posting) {
            return other != null && Posting.haveSameKey(other, posting);
        }
    }
}
