package dev.colophon.dataset.duplicates;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A share of all keys of postings: keys are hashes, so that each of some equal ranges has about as many.
 *
 * @param number of the range, from 0
 * @param ranges how many there are
 */
record KeyRange(int number, int ranges) {
    /** Most ranges. */
    static final int MOST = 1 << 12;

    KeyRange {
        if (ranges < 1 || ranges > MOST || number < 0 || number >= ranges) {
            throw new IllegalArgumentException("there is no range " + number + " of " + ranges);
        }
    }

    /** The least key. */
    byte[] from() {
        return key(number);
    }

    /** The least key behind it; null for the last range. */
    byte @Nullable [] below() {
        return number == ranges - 1 ? null : key(number + 1);
    }

    private byte[] key(int border) {
        int beginning = (int) ((1L << Integer.SIZE) * border / ranges);
        return Arrays.copyOf(
                ByteBuffer.allocate(Integer.BYTES).putInt(beginning).array(), Posting.KEY_BYTES);
    }
}
