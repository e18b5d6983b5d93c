package dev.colophon.source.records;

import dev.colophon.source.format.ByteWindow.ByteSlice;
import org.jspecify.annotations.Nullable;

/**
 * How a table of text is written.
 *
 * @param delimiter between fields
 * @param backslash whether a quote inside quotes is written {@code \"} (Spark, MySQL) and not {@code ""} (RFC 4180)
 */
record CsvDialect(byte delimiter, boolean backslash) {
    private static final byte[] DELIMITERS = {',', '\t', ';', '|'};

    /** The dialect of a table that begins so, by the delimiter that parts its header most often; null where it has none. */
    static @Nullable CsvDialect of(ByteSlice head) {
        byte best = 0;
        int most = 0;
        for (byte delimiter : DELIMITERS) {
            int count = countInHeader(head, delimiter);
            if (count > most) {
                best = delimiter;
                most = count;
            }
        }
        return most == 0 ? null : new CsvDialect(best, isBackslashed(head, best));
    }

    private static int countInHeader(ByteSlice head, byte delimiter) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < head.length() && (quoted || head.at(i) != '\n'); i++) {
            quoted ^= head.at(i) == '"';
            count += !quoted && head.at(i) == delimiter ? 1 : 0;
        }
        return count;
    }

    /** Doubled quotes inside a field decide for the standard. */
    private static boolean isBackslashed(ByteSlice head, byte delimiter) {
        int doubled = 0;
        int escaped = 0;
        for (int i = 1; i + 1 < head.length(); i++) {
            if (head.at(i) == '"' && head.at(i + 1) == '"' && !isEdge(head.at(i - 1), delimiter)) {
                doubled++;
                i++;
            } else if (head.at(i) == '\\' && head.at(i + 1) == '"') {
                escaped++;
                i++;
            }
        }
        return escaped > 0 && doubled == 0;
    }

    private static boolean isEdge(byte unit, byte delimiter) {
        return unit == delimiter || unit == '\n' || unit == '\r';
    }
}
