package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.Part;
import dev.colophon.text.Hashes;
import java.util.ArrayList;
import java.util.List;

/**
 * Two sorted files of the index: the documents of some batches, and their postings. Which batches go together follows from the
 * archive alone: batches join in the order of their runs, and a run takes in the one before it while that is less than twice
 * its size (Bentley, Saxe: Decomposable Searching Problems, 1980; the levels of a log-structured merge tree). So there are at
 * most about log2(n) runs, a document is rewritten about log2(n) times over the years, what a night adds is at the end, and
 * an index that was lost is made again byte for byte.
 *
 * @param batches of the documents, in the order that numbers them in the files
 */
record IndexRun(List<BatchDocuments> batches) {
    /** Name of the index where a {@link Part} names its table. */
    static final String TABLE = "duplicate-index";

    private static final String FOLDER = "_colophon/duplicates/";
    private static final String FORMAT = "1\n";
    private static final int NAME_DIGITS = 24;

    IndexRun {
        batches = List.copyOf(batches);
    }

    /** The runs of an archive. */
    static List<IndexRun> of(Holdings holdings) {
        List<IndexRun> runs = new ArrayList<>();
        for (BatchDocuments batch : holdings.batches()) {
            IndexRun last = new IndexRun(List.of(batch));
            while (!runs.isEmpty() && last.takesIn(runs.get(runs.size() - 1))) {
                last = runs.remove(runs.size() - 1).and(last);
            }
            runs.add(last);
        }
        return List.copyOf(runs);
    }

    private boolean takesIn(IndexRun before) {
        return before.rows() < 2 * Math.max(1, rows())
                && batches.size() + before.batches.size() <= Posting.MOST_BATCHES;
    }

    private IndexRun and(IndexRun next) {
        List<BatchDocuments> all = new ArrayList<>(batches);
        all.addAll(next.batches);
        return new IndexRun(all);
    }

    private long rows() {
        return batches.stream().mapToLong(BatchDocuments::rows).sum();
    }

    /** The same name for the same documents. */
    private String name() {
        StringBuilder content = new StringBuilder(FORMAT);
        batches.forEach(batch -> content.append(batch.content()));
        return Hashes.sha256Hex(content.toString()).substring(0, NAME_DIGITS);
    }

    String documentsPath() {
        return FOLDER + "documents-" + name() + ".bin";
    }

    String postingsPath() {
        return FOLDER + "postings-" + name() + ".bin";
    }
}
