package dev.colophon.source.records;

import org.jspecify.annotations.Nullable;

/**
 * What lies around the lists of pages in a JSON text: how deep it is nested, and which stretches of it hold texts that no page
 * has. Counts and addresses are not missed.
 */
final class JsonSurroundings {
    /** Shorter texts are names and notes. */
    private static final int PROSE = 300;

    /** Longer ones are content even where no space is in them, as of pages in Base64. */
    private static final int ENCODED = 2_000;

    private int depth;
    private boolean inText;
    private boolean escaped;
    private long textBytes;
    private boolean spaced;

    private long from = -1;
    private long length;
    private boolean prose;
    private @Nullable Unread unread;

    /**
     * Bytes that hold texts and were not read.
     *
     * @param offset of the first of them
     * @param bytes how many, those between them that were read not counted
     */
    record Unread(long offset, long bytes) {}

    /** Takes the next byte. */
    void take(byte unit, long position) {
        from = from < 0 ? position : from;
        length++;
        if (inText) {
            takeText(unit);
            return;
        }
        switch (unit) {
            case '"' -> {
                inText = true;
                textBytes = 0;
                spaced = false;
            }
            case '{', '[' -> depth++;
            case '}', ']' -> depth = Math.max(0, depth - 1);
            default -> {
                // Numbers, names of values and what is between.
            }
        }
    }

    private void takeText(byte unit) {
        textBytes++;
        spaced |= unit == ' ';
        prose |= textBytes > ENCODED || (spaced && textBytes > PROSE);
        inText = escaped || unit != '"';
        escaped = !escaped && unit == '\\';
    }

    /** Objects and arrays that are open. */
    int depth() {
        return depth;
    }

    boolean isInText() {
        return inText;
    }

    /** A list or record that is read follows, or the end. */
    void interrupt() {
        if (prose) {
            unread = unread == null ? new Unread(from, length) : new Unread(unread.offset(), unread.bytes() + length);
        }
        from = -1;
        length = 0;
        prose = false;
    }

    /** What was not read before the last interruption; null where nothing of weight was. */
    @Nullable
    Unread unread() {
        return unread;
    }
}
