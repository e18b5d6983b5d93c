package dev.colophon.source.mail;

import dev.colophon.source.format.ByteWindow.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header of a message (RFC 5322), folded lines joined as long as the value is short.
 *
 * @param fields values by name in lower case, in order
 * @param length its bytes with the empty line behind it
 */
record MailHead(Map<String, List<String>> fields, int length) {
    private static final int MOST_FIELDS = 1_000;
    private static final int LONGEST_JOINED = 1 << 13;

    /** The header that the bytes begin with, as far as they reach; null where the first line is none of a header. */
    static @Nullable MailHead of(ByteSlice bytes) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        List<String> last = new ArrayList<>();
        int at = 0;
        int count = 0;
        while (at < bytes.length() && count < MOST_FIELDS) {
            int end = lineEnd(bytes, at);
            String line =
                    new String(bytes.array(), bytes.offset() + at, end - at, StandardCharsets.UTF_8).stripTrailing();
            int next = Math.min(bytes.length(), end + 1);
            if (line.isEmpty()) {
                return new MailHead(fields, next);
            }
            boolean folded = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            if (folded && !last.isEmpty()) {
                join(last, line.strip());
            } else if (nameLength(bytes.from(at)) > 0) {
                int colon = line.indexOf(':');
                last = fields.computeIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>());
                last.add(line.substring(colon + 1).strip());
                count++;
            } else {
                break;
            }
            at = next;
        }
        return fields.isEmpty() ? null : new MailHead(fields, at);
    }

    private static void join(List<String> values, String folded) {
        String value = values.get(values.size() - 1);
        if (value.length() < LONGEST_JOINED) {
            values.set(values.size() - 1, value + ' ' + folded);
        }
    }

    private static int lineEnd(ByteSlice bytes, int from) {
        int end = from;
        while (end < bytes.length() && bytes.at(end) != '\n') {
            end++;
        }
        return end;
    }

    /** Length of a field's name where the bytes begin with one and its colon, else 0. */
    static int nameLength(ByteSlice bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.at(i) == ':') {
                return i;
            }
            if (bytes.at(i) <= ' ' || bytes.at(i) == 0x7f) {
                return 0;
            }
        }
        return 0;
    }

    /** The first value of a field; null where there is none. */
    @Nullable
    String first(String name) {
        List<String> values = fields.get(name);
        return values == null || values.get(0).isEmpty() ? null : values.get(0);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }
}
