package dev.colophon.source.archive;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a pax extended header (POSIX 1003.1 "pax Extended Header"): lines of {@code length key=value}. */
final class PaxFields {
    private PaxFields() {}

    /** The fields, the last of each key; those behind a broken line are left out. */
    static Map<String, String> parse(byte[] content) {
        Map<String, String> fields = new LinkedHashMap<>();
        int at = 0;
        while (at < content.length) {
            int space = at;
            long length = 0;
            while (space < content.length && content[space] >= '0' && content[space] <= '9' && length < 1 << 24) {
                length = length * 10 + content[space++] - '0';
            }
            if (space == at || space >= content.length || content[space] != ' ' || at + length > content.length
                    || at + length <= space + 1) {
                break;
            }
            put(fields, new String(content, space + 1, (int) (at + length) - space - 2, StandardCharsets.UTF_8));
            at += (int) length;
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String field) {
        int equals = field.indexOf('=');
        if (equals > 0) {
            fields.put(field.substring(0, equals), field.substring(equals + 1));
        }
    }
}
