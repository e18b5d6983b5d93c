package dev.colophon.source.format;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a window as a stream, for decoders that know no windows. Consumes no byte that it has not given. A fault of
 * the storage is remembered, since decoders give their own exceptions for it.
 */
public final class WindowStream extends InputStream {
    private final ByteWindow bytes;
    private @Nullable IOException fault;
    private boolean ended;

    /** The bytes of a window from its position on. */
    public WindowStream(ByteWindow bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        if (available(1) == 0) {
            return -1;
        }
        int next = bytes.at(0) & 0xff;
        bytes.consume(1);
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (available(1) == 0) {
            return -1;
        }
        int count = Math.min(length, bytes.visible());
        ByteWindow.ByteSlice slice = bytes.slice(0, count);
        System.arraycopy(slice.array(), slice.offset(), into, offset, count);
        bytes.consume(count);
        return count;
    }

    private int available(int wanted) throws IOException {
        try {
            int there = bytes.ensure(wanted);
            ended = there < wanted;
            return there;
        } catch (IOException broken) {
            fault = broken;
            throw broken;
        }
    }

    /** Whether the end was reached. */
    public boolean ended() {
        return ended;
    }

    /** What the bytes' own source threw; null where nothing. */
    public @Nullable IOException fault() {
        return fault;
    }
}
