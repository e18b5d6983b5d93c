package dev.colophon.source.format;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A part of an input: the items that begin in it.
 *
 * @param from position of its first byte in the input as stored
 * @param to position behind its last byte
 */
public record Slice(long from, long to) implements Serializable {
    /** All there is. */
    public static final Slice WHOLE = new Slice(0, Long.MAX_VALUE);

    public Slice {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("expected a slice that holds something, found " + from + " to " + to);
        }
    }

    /**
     * Chooses where to cut among the places where it may be cut: the first one behind every {@code every} bytes.
     *
     * @param starts ascending positions of items
     */
    public static long[] cuts(long[] starts, long every) {
        long[] chosen = new long[starts.length];
        int count = 0;
        long next = every;
        for (long start : starts) {
            if (start >= next) {
                chosen[count++] = start;
                next = start + every;
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    /** Whether it is all of its input. */
    public boolean isWhole() {
        return from == 0 && to == Long.MAX_VALUE;
    }

    /** Whether an item that begins at the position belongs to it. */
    public boolean holds(long position) {
        return position >= from && position < to;
    }
}
