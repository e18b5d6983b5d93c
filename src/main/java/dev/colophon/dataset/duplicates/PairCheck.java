package dev.colophon.dataset.duplicates;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Connects pairs of documents whose texts are alike. What is connected needs no comparison: so the pairs of a document
 * are compared a few at a time, {@value #MORE} times as many in each round.
 */
final class PairCheck {
    /** From this Jaccard similarity on two texts are copies of each other. */
    static final double LEAST = 0.8;

    private static final int MORE = 8;

    private final Workshop workshop;
    private final Nodes nodes;

    PairCheck(Workshop workshop) {
        this.workshop = workshop;
        this.nodes = workshop.nodes();
    }

    /**
     * Connects the pairs that are alike. Pairs that are connected already are passed over.
     *
     * @param pairs of refs of nodes whose places are known and that share a band
     */
    void check(RecordSorter pairs) throws Exception {
        check(pairs, false);
    }

    /** The same for pairs that need not share a band; those that do not are no candidates. */
    void checkInBands(RecordSorter pairs) throws Exception {
        check(pairs, true);
    }

    private void check(RecordSorter pairs, boolean inBands) throws Exception {
        int most = 1;
        for (long from = 0, to = 1; from < most; from = to, to *= MORE) {
            try (Comparisons comparisons = new Comparisons(workshop, "compared", inBands)) {
                most = add(pairs, from, to, comparisons);
                comparisons.run();
                comparisons.forEach(this::join);
            }
        }
    }

    /** Adds the pairs of each document from one to another; gives how many the one with most pairs has. */
    private int add(RecordSorter pairs, long from, long to, Comparisons comparisons) throws IOException {
        int[] counts = new int[nodes.size()];
        int most = 0;
        try (RecordCursor records = pairs.open()) {
            for (byte[] record = records.next(); record != null; record = records.next()) {
                ByteBuffer in = ByteBuffer.wrap(record);
                int one = nodes.find(in.getLong());
                int other = nodes.find(in.getLong());
                int number = counts[other]++;
                most = Math.max(most, counts[other]);
                if (number >= from && number < to && !nodes.connected(one, other)) {
                    comparisons.add(nodes.place(one), nodes.place(other));
                }
            }
        }
        return most;
    }

    private void join(long one, long other, double similarity) {
        if (similarity >= LEAST) {
            nodes.join(nodes.find(one), nodes.find(other));
        }
    }
}
