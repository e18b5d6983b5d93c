package dev.colophon.source.format;

/**
 * A part of an input: the items that begin in it.
 *
 * @param from position of its first byte in the input as stored
 * @param to position behind its last byte
 */
public record Slice(long from, long to) {
    /** All there is. */
    public static final Slice WHOLE = new Slice(0, Long.MAX_VALUE);

    public Slice {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("expected a slice that holds something, found " + from + " to " + to);
        }
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
