package dev.colophon.source.mail;

import dev.colophon.source.format.ByteWindow;
import java.io.IOException;
import java.io.InputStream;

/** A window as a stream; closing it leaves the window open. */
final class WindowStream extends InputStream {
    private final ByteWindow bytes;

    WindowStream(ByteWindow bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        if (bytes.ensure(1) == 0) {
            return -1;
        }
        int unit = bytes.at(0) & 0xff;
        bytes.consume(1);
        return unit;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (bytes.ensure(1) == 0) {
            return -1;
        }
        int count = Math.min(length, bytes.visible());
        ByteWindow.ByteSlice slice = bytes.slice(0, count);
        System.arraycopy(slice.array(), slice.offset(), into, offset, count);
        bytes.consume(count);
        return count;
    }
}
