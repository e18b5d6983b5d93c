package dev.colophon.dedup;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * MinHash signatures: two texts agree in about as many of their values as their sets of shingles overlap (Jaccard).
 *
 * <p>One hash per shingle fills all bins (Li, Owen, Zhang: One Permutation Hashing, 2012); bins that stay empty borrow from
 * full ones at random, the same way in every signature (Shrivastava: Optimal Densification for Fast and Accurate Minwise
 * Hashing, 2017). The functions are fixed: 64-bit FNV-1a for words, SplitMix64's finaliser to mix; changing them makes old
 * signatures useless.
 */
public final class MinHashes {
    /** Values of a signature. */
    public static final int BINS = 128;

    /** Bytes of a signature: each value has 4, big endian. */
    public static final int BYTES = BINS * Integer.BYTES;

    /** With fewer shingles chance rules the estimate. */
    static final int FEWEST_SHINGLES = 8;

    private static final int BIN_BITS = 7;

    private MinHashes() {}

    /** The signature of some shingles, {@link #BYTES} long; null where they are fewer than 8. */
    static byte @Nullable [] of(long[] shingles) {
        if (shingles.length < FEWEST_SHINGLES) {
            return null;
        }
        int[] bins = new int[BINS];
        boolean[] full = new boolean[BINS];
        for (long shingle : shingles) {
            int bin = (int) (shingle >>> (Long.SIZE - BIN_BITS));
            int value = (int) shingle;
            if (!full[bin] || Integer.compareUnsigned(value, bins[bin]) < 0) {
                bins[bin] = value;
                full[bin] = true;
            }
        }
        densify(bins, full);
        ByteBuffer signature = ByteBuffer.allocate(BYTES);
        for (int value : bins) {
            signature.putInt(value);
        }
        return signature.array();
    }

    /** Every empty bin takes the value of the first full one that a hash of its own place and the attempt leads to. */
    private static void densify(int[] bins, boolean[] full) {
        for (int bin = 0; bin < BINS; bin++) {
            for (long attempt = 1; !full[bin]; attempt++) {
                int donor = (int) (Shingles.mix(((long) bin << 32) | attempt) >>> (Long.SIZE - BIN_BITS));
                if (full[donor]) {
                    bins[bin] = bins[donor];
                    break;
                }
            }
        }
    }

    /**
     * The estimated Jaccard similarity of the texts of two signatures, 0 to 1; its standard error is below 0.045.
     *
     * @throws IllegalArgumentException where one is no signature
     */
    public static double similarity(byte[] one, byte[] other) {
        if (one.length != BYTES || other.length != BYTES) {
            throw new IllegalArgumentException(
                    "signatures of " + BYTES + " bytes were expected, found " + one.length + " and " + other.length);
        }
        int equal = 0;
        for (int at = 0; at < BYTES; at += Integer.BYTES) {
            equal += Arrays.equals(one, at, at + Integer.BYTES, other, at, at + Integer.BYTES) ? 1 : 0;
        }
        return (double) equal / BINS;
    }
}
