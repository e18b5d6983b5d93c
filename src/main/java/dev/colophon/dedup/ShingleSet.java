package dev.colophon.dedup;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The distinct shingles of a text: five words in a row, five characters in scripts without spaces between words. Immutable.
 *
 * <p>A text with more than {@value #MOST} distinct shingles keeps those with the smallest hashes (bottom-k; Broder: On the
 * resemblance and containment of documents, 1997), so that a set takes at most 128 KB; the Jaccard similarity of such texts
 * is an estimate with a standard error below 0.004. All others are compared in full.
 */
public final class ShingleSet {
    /** Most shingles that are kept. */
    static final int MOST = 16_384;

    private final long[] sorted;
    private final boolean whole;

    private ShingleSet(long[] sorted, boolean whole) {
        this.sorted = sorted;
        this.whole = whole;
    }

    /** The set of a text, over its normal form. */
    public static ShingleSet of(String text) {
        long[] shingles = Shingles.of(NormalText.of(text));
        Arrays.sort(shingles);
        int distinct = 0;
        for (int i = 0; i < shingles.length; i++) {
            if (i == 0 || shingles[i] != shingles[i - 1]) {
                shingles[distinct++] = shingles[i];
            }
        }
        return new ShingleSet(Arrays.copyOf(shingles, Math.min(distinct, MOST)), distinct <= MOST);
    }

    /** The hashes of the shingles that are kept, ascending. */
    public LongStream shingles() {
        return Arrays.stream(sorted);
    }

    /** Whether the text has, or is close to, more shingles than are kept. */
    public boolean isLong() {
        return sorted.length > MOST / 2;
    }

    /** How many shingles are kept. */
    public int size() {
        return sorted.length;
    }

    /** The Jaccard similarity of two texts, 0 to 1: shingles in both, of those in either. 0 where neither has any. */
    public double jaccard(ShingleSet other) {
        int most = whole && other.whole ? Integer.MAX_VALUE : MOST;
        int i = 0;
        int j = 0;
        int both = 0;
        int either = 0;
        while ((i < sorted.length || j < other.sorted.length) && either < most) {
            int order =
                    i == sorted.length ? 1 : j == other.sorted.length ? -1 : Long.compare(sorted[i], other.sorted[j]);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            both += order == 0 ? 1 : 0;
            either++;
        }
        return either == 0 ? 0 : (double) both / either;
    }
}
