package dev.colophon.extract.charset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes bytes that are UTF-8 from end to end, in one pass: markup is ASCII for long stretches, which are told eight bytes
 * at a time and copied whole.
 */
final class StrictUtf8 {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final byte[] body;
    private final char[] units;
    private int at;
    private int length;

    private StrictUtf8(byte[] body) {
        this.body = body;
        this.units = new char[body.length];
    }

    /** The text; null where a byte belongs to no character or the end cuts one off. */
    static @Nullable String decode(byte[] body) {
        if (endOfAscii(body, 0) == body.length) {
            return new String(body, StandardCharsets.US_ASCII);
        }
        StrictUtf8 decoder = new StrictUtf8(body);
        while (decoder.at < body.length) {
            decoder.ascii();
            if (!decoder.others()) {
                return null;
            }
        }
        return new String(decoder.units, 0, decoder.length);
    }

    private void ascii() {
        int end = endOfAscii(body, at);
        new String(body, at, end - at, StandardCharsets.US_ASCII).getChars(0, end - at, units, length);
        length += end - at;
        at = end;
    }

    /** Reads the characters up to the next ASCII one; false where there is one that is none. */
    private boolean others() {
        while (at < body.length && body[at] < 0) {
            int lead = body[at] & 0xFF;
            int size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            if (Utf8Check.sequence(body, at) != size) {
                return false;
            }
            int codePoint = lead & (0x7F >> size);
            for (int i = 1; i < size; i++) {
                codePoint = codePoint << 6 | (body[at + i] & 0x3F);
            }
            length += Character.toChars(codePoint, units, length);
            at += size;
        }
        return true;
    }

    private static int endOfAscii(byte[] body, int start) {
        int at = start;
        for (; at + 8 <= body.length; at += 8) {
            long high = (long) EIGHT_BYTES.get(body, at) & HIGH_BITS;
            if (high != 0) {
                return at + Long.numberOfTrailingZeros(high) / 8;
            }
        }
        while (at < body.length && body[at] >= 0) {
            at++;
        }
        return at;
    }
}
