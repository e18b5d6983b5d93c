package dev.colophon.source.archive;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a pax extended header (POSIX 1003.1 "pax Extended Header"): lines of {@code length key=value}. Those that nothing
 * asks for are left out: headers come by the thousand, and what they hold would fill the memory.
 */
final class PaxFields {
    static final String PATH = "path";
    static final String LINK_PATH = "linkpath";
    static final String SIZE = "size";

    /** What all keys begin with that tell of a sparse file; one key for them all. */
    static final String SPARSE = "GNU.sparse.";

    private static final Set<String> USED = Set.of(PATH, LINK_PATH, SIZE);

    private PaxFields() {}

    /** The fields that are used, the last of each key; those behind a broken line are left out. */
    static Map<String, String> parse(byte[] content) {
        Map<String, String> fields = new LinkedHashMap<>();
        int at = 0;
        while (at < content.length) {
            int space = at;
            long length = 0;
            while (space < content.length && content[space] >= '0' && content[space] <= '9' && length < 1 << 24) {
                length = length * 10 + content[space++] - '0';
            }
            if (space == at
                    || space >= content.length
                    || content[space] != ' '
                    || at + length > content.length
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
        String key = equals > 0 ? field.substring(0, equals) : "";
        if (USED.contains(key)) {
            fields.put(key, field.substring(equals + 1));
        } else if (key.startsWith(SPARSE)) {
            fields.put(SPARSE, "");
        }
    }
}
