package dev.colophon.dedup;

import java.nio.ByteBuffer;

/**
 * What the signatures of similar texts have in common with high odds: hashes of {@value #BANDS} bands of {@value #ROWS}
 * values each (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, 3.4). Texts of Jaccard similarity s share a band with
 * the odds 1 − (1 − s^6)^21: 0.998 at 0.8, 0.28 at 0.5, 0.015 at 0.3.
 */
public final class Bands {
    /** Bands of a signature. */
    public static final int BANDS = 21;

    /** Values of a band; the last two of a signature are in none. */
    static final int ROWS = 6;

    private Bands() {}

    /**
     * The hashes of the bands of a signature, {@value #BANDS} of them; equal ones only of equal bands, but for chance.
     *
     * @throws IllegalArgumentException where it is no signature
     */
    public static long[] of(byte[] signature) {
        if (signature.length != MinHashes.BYTES) {
            throw new IllegalArgumentException(
                    "a signature of " + MinHashes.BYTES + " bytes was expected, found " + signature.length);
        }
        ByteBuffer values = ByteBuffer.wrap(signature);
        long[] bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long hash = Shingles.mix(band);
            for (int row = 0; row < ROWS; row++) {
                hash = Shingles.mix(hash ^ values.getInt());
            }
            bands[band] = hash;
        }
        return bands;
    }
}
