package dev.colophon.dataset.duplicates;

import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.List;

/** Looks up what an archive holds under a key, or of a document. Not thread-safe. */
final class DuplicateIndex {
    private final Storage storage;
    private final Holdings holdings;
    private final List<OpenRun> runs;

    /** @param holdings whose numbers entries get */
    DuplicateIndex(Storage storage, Holdings holdings, List<OpenRun> runs) {
        this.storage = storage;
        this.holdings = holdings;
        this.runs = List.copyOf(runs);
    }

    /**
     * A run, and where its files lie now.
     *
     * @param entries how many documents it holds
     * @param postings how many postings it holds
     */
    record OpenRun(IndexRun run, String documentsPath, long entries, String postingsPath, long postings) {}

    /** Its files of postings. */
    List<HitsTask.Postings> postings() {
        return runs.stream()
                .map(run -> new HitsTask.Postings(run.postingsPath(), run.postings()))
                .toList();
    }

    /** Takes what was found. */
    interface EntrySink {
        void entry(Entry entry) throws IOException;
    }

    /**
     * Hands over all postings with these keys, run by run.
     *
     * @param count how many keys there are, at most
     */
    void postings(RecordSorter keys, long count, RecordLookup.Found found) throws IOException {
        for (OpenRun run : runs) {
            try (RecordCursor wanted = keys.open()) {
                new RecordLookup(storage, run.postingsPath(), Posting.WIDTH, run.postings()).find(wanted, count, found);
            }
        }
    }

    /**
     * Hands over the entries of documents, run by run.
     *
     * @param refs of the documents, 8 bytes each
     * @param count how many there are, at most
     */
    void entries(RecordSorter refs, long count, EntrySink found) throws IOException {
        for (OpenRun run : runs) {
            int[] numbers = run.run().batches().stream()
                    .mapToInt(batch -> holdings.numbers().get(batch.batch()))
                    .toArray();
            try (RecordCursor wanted = refs.open()) {
                new RecordLookup(storage, run.documentsPath(), Entry.WIDTH, run.entries())
                        .find(wanted, count, record -> {
                            Entry entry = Entry.of(record);
                            found.entry(entry.inBatch(numbers[entry.batch()]));
                        });
            }
        }
    }
}
