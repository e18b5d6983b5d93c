package dev.colophon.source.format;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stream with a look ahead: bytes are looked at first and consumed when they are understood. The window grows as bytes
 * arrive, never by what a header declares, and can go back to a mark as long as that lies within {@link #MARK_LIMIT}. Not
 * thread-safe.
 */
public abstract class ByteWindow {
    /** Most bytes that are kept for going back to a mark. */
    public static final int MARK_LIMIT = 8 << 20;

    private static final int INITIAL = 1 << 16;

    private byte[] buffer = new byte[INITIAL];
    private int start;
    private int end;
    private int mark = -1;
    private long position;
    private @Nullable BadInput broken;

    /** Reads at least one byte into the array; -1 at the end. */
    protected abstract int fill(byte[] into, int offset, int length) throws IOException;

    /** Counts positions from here on; before anything is read. */
    protected final void startAt(long first) {
        position = first;
    }

    /** Bytes of the whole content from position 0 on; -1 where only reading tells. */
    public long length() {
        return -1;
    }

    /**
     * The content for reads at any position, 0 being its first byte. To be asked for before anything is consumed. What is
     * no stored file is copied into memory or, where it is long, into a temporary file. The caller closes.
     *
     * @throws BadInput where it is damaged or longer than may be copied
     */
    public SeekableByteChannel channel(Place place) throws IOException {
        return Spool.of(this, place);
    }

    /**
     * Makes {@code wanted} bytes visible; returns how many are, fewer only at the end of the stream.
     *
     * @throws BadInput where the bytes break before; again on each later call that needs more than is visible
     */
    public final int ensure(int wanted) throws IOException {
        while (end - start < wanted) {
            makeRoom(wanted);
            int read = more();
            if (read < 0) {
                break;
            }
            end += read;
        }
        return Math.min(wanted, end - start);
    }

    private int more() throws IOException {
        if (broken != null) {
            throw broken;
        }
        try {
            return fill(buffer, end, buffer.length - end);
        } catch (BadInput damage) {
            broken = damage; // a decoder that has failed must not be asked again
            throw damage;
        }
    }

    private void makeRoom(int wanted) {
        if (end < buffer.length) {
            return;
        }
        if (mark >= 0 && start - mark > MARK_LIMIT) {
            mark = -1;
        }
        int kept = mark >= 0 ? mark : start;
        int held = end - kept;
        byte[] target = buffer;
        if (held > buffer.length / 2) {
            long needed = (long) start - kept + wanted + INITIAL;
            long roomy = Math.max(needed, buffer.length + buffer.length / 2L);
            target = new byte[(int) Math.min(roomy, buffer.length * 2L)];
        }
        System.arraycopy(buffer, kept, target, 0, held);
        buffer = target;
        start -= kept;
        end = held;
        mark = mark >= 0 ? 0 : -1;
    }

    /** Bytes that are visible now. */
    public final int visible() {
        return end - start;
    }

    /** The visible byte at an index from the position on. */
    public final byte at(int index) {
        return buffer[start + index];
    }

    /** The visible bytes {@code from} to {@code to}, not copied: good until the next {@link #ensure}. */
    public final ByteSlice slice(int from, int to) {
        return new ByteSlice(buffer, start + from, to - from);
    }

    /** Goes on behind {@code count} visible bytes. */
    public final void consume(int count) {
        start += count;
        position += count;
        if (start == end && mark < 0) {
            start = 0;
            end = 0;
            if (buffer.length > MARK_LIMIT) {
                buffer = new byte[INITIAL];
            }
        }
    }

    /** Bytes consumed since the beginning. */
    public final long position() {
        return position;
    }

    /** Remembers the position for {@link #rewind}. */
    public final void mark() {
        mark = start;
    }

    /** Forgets the mark. */
    public final void unmark() {
        mark = -1;
    }

    /** Goes back to the mark; false, and no move, where it is out of reach. */
    public final boolean rewind() {
        if (mark < 0) {
            return false;
        }
        position -= start - mark;
        start = mark;
        return true;
    }

    /** Whether the visible bytes at {@code index} begin with the ASCII text. */
    public final boolean startsWith(int index, String ascii) throws IOException {
        if (ensure(index + ascii.length()) < index + ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (at(index + i) != (byte) ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A part of an array. */
    @SuppressWarnings("ArrayRecordComponent") // a view, compared nowhere
    public record ByteSlice(byte[] array, int offset, int length) {
        /** The byte at an index from the part's beginning. */
        public byte at(int index) {
            return array[offset + index];
        }

        /** What is left from an index on. */
        public ByteSlice from(int index) {
            return new ByteSlice(array, offset + index, length - index);
        }

        /** What lies before an index. */
        public ByteSlice to(int index) {
            return new ByteSlice(array, offset, index);
        }

        /** The bytes in an array of their own. */
        public byte[] copy() {
            return Arrays.copyOfRange(array, offset, offset + length);
        }
    }
}
