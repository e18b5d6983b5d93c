package dev.colophon.source.mail;

import dev.colophon.source.format.ByteWindow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A window as a stream that counts how often a line begins with the boundary between parts. Closing it leaves the
 * window open.
 */
final class CountingStream extends InputStream {
    private final ByteWindow bytes;
    private final byte[] mark;
    private int matched;
    private boolean lineStart = true;
    private int found;

    CountingStream(ByteWindow bytes, String boundary) {
        this.bytes = bytes;
        this.mark = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    int found() {
        return found;
    }

    private void take(byte unit) {
        boolean matching = lineStart || matched > 0;
        matched = matching && unit == mark[matched] ? matched + 1 : 0;
        if (matched == mark.length) {
            found++;
            matched = 0;
        }
        lineStart = unit == '\n';
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
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
        for (int i = 0; i < count; i++) {
            take(slice.at(i));
        }
        System.arraycopy(slice.array(), slice.offset(), into, offset, count);
        bytes.consume(count);
        return count;
    }
}
