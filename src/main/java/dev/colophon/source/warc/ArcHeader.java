package dev.colophon.source.warc;

import dev.colophon.source.format.ByteWindow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The line before an ARC record:
 * {@code http://kurier.example/a 192.0.2.7 20031103193523 text/html 4711} in version 1; version 2 has five more fields between
 * the type and the length. Addresses with spaces occur, so that the fields are told from behind.
 *
 * @param url the address; {@code filedesc://...} for the description of the file
 * @param date when it was captured, fourteen digits
 * @param mediaType as the server said
 * @param length bytes of the content
 */
record ArcHeader(String url, String date, String mediaType, long length) {
    static final String FIRST = "filedesc://";

    /** Most bytes of the line; addresses of a megabyte have been seen, and are not worth it. */
    static final int MOST_BYTES = 1 << 16;

    private static final int DATE_DIGITS = 14;
    private static final int MOST_LENGTH_DIGITS = 18;

    /** The header at an index of the visible bytes, up to the line's end; null where there is none. */
    static @Nullable ArcHeader at(ByteWindow bytes, int index) throws IOException {
        int end = lineEnd(bytes, index);
        return end < 0
                ? null
                : parse(new String(bytes.slice(index, end).copy(), StandardCharsets.UTF_8));
    }

    /** Index of the line feed that ends a line; -1 where none does within the length of a header. */
    static int lineEnd(ByteWindow bytes, int from) throws IOException {
        for (int i = from; i - from < MOST_BYTES && bytes.ensure(i + 1) == i + 1; i++) {
            if (bytes.at(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    static @Nullable ArcHeader parse(String line) {
        String[] fields = line.strip().split(" ");
        int last = fields.length - 1;
        if (last < 4 || !isNumber(fields[last], 1, MOST_LENGTH_DIGITS)) {
            return null;
        }
        int date = last - 2;
        while (date > 1 && !isNumber(fields[date], DATE_DIGITS, DATE_DIGITS)) {
            date--;
        }
        String url = String.join(" ", java.util.Arrays.copyOfRange(fields, 0, Math.max(0, date - 1)));
        return date < 2 || url.indexOf(':') <= 0
                ? null
                : new ArcHeader(url, fields[date], fields[date + 1], Long.parseLong(fields[last]));
    }

    private static boolean isNumber(String text, int least, int most) {
        return text.length() >= least && text.length() <= most && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** When it was captured; null where the digits are no time. ARC times are UTC. */
    @Nullable
    Instant capturedAt() {
        try {
            return LocalDateTime.of(part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 12), part(12, 14))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private int part(int from, int to) {
        return Integer.parseInt(date, from, to, 10);
    }
}
