package dev.colophon.source.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** The text of a stream in UTF-16 with its byte order mark, as UTF-8 without one. Not thread-safe. */
final class Utf8Stream extends InputStream {
    private static final int CHARS = 8_192;

    private final Reader text;
    private final char[] chars = new char[CHARS + 1];
    private int held;
    private byte[] bytes = new byte[0];
    private int at;

    Utf8Stream(InputStream utf16) {
        this.text = new InputStreamReader(utf16, StandardCharsets.UTF_16);
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
        while (at == bytes.length) {
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }

    /** Encodes the next part; the first half of a pair waits for the second one. */
    private boolean fill() throws IOException {
        int read = text.read(chars, held, CHARS);
        int end = held + Math.max(read, 0);
        held = read > 0 && Character.isHighSurrogate(chars[end - 1]) ? 1 : 0;
        bytes = new String(chars, 0, end - held).getBytes(StandardCharsets.UTF_8);
        at = 0;
        if (held > 0) {
            chars[0] = chars[end - 1];
        }
        return read >= 0 || end > 0;
    }
}
