package dev.colophon.extract.charset;

import dev.colophon.text.WordLists;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names by which pages call their encodings, read as browsers read them: {@code iso-8859-1} is windows-1252,
 * {@code gb2312} is GBK. The table is that of the WHATWG Encoding Standard.
 */
public final class CharsetLabels {
    private static final Map<String, Charset> BY_LABEL = read();

    private CharsetLabels() {}

    /** The encoding of that name, letter case and outer white space apart; null where nobody knows it. */
    public static @Nullable Charset find(@Nullable String label) {
        if (label == null) {
            return null;
        }
        String key = label.strip().toLowerCase(Locale.ROOT);
        Charset known = BY_LABEL.get(key);
        return known == null ? platform(key) : known;
    }

    /**
     * The {@code charset} parameter of a Content-Type: {@code text/html; charset="utf-8"} → {@code utf-8}; null where
     * there is none.
     */
    public static @Nullable String parameter(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        String lower = contentType.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("charset");
        while (at >= 0) {
            int equals = skipSpaces(lower, at + "charset".length());
            if (equals < lower.length() && lower.charAt(equals) == '=') {
                return value(contentType, skipSpaces(contentType, equals + 1));
            }
            at = lower.indexOf("charset", at + 1);
        }
        return null;
    }

    private static @Nullable String value(String contentType, int start) {
        if (start >= contentType.length()) {
            return null;
        }
        char quote = contentType.charAt(start);
        boolean quoted = quote == '"' || quote == '\'';
        int from = quoted ? start + 1 : start;
        int end = from;
        while (end < contentType.length() && !ends(contentType.charAt(end), quoted, quote)) {
            end++;
        }
        String value = contentType.substring(from, end).strip();
        return value.isEmpty() ? null : value;
    }

    private static boolean ends(char unit, boolean quoted, char quote) {
        return quoted ? unit == quote : unit == ';' || unit == ',' || unit <= ' ' || unit == '"' || unit == '\'';
    }

    private static int skipSpaces(String text, int at) {
        int next = at;
        while (next < text.length() && text.charAt(next) <= ' ') {
            next++;
        }
        return next;
    }

    private static @Nullable Charset platform(String name) {
        try {
            return Charset.isSupported(name) ? Charset.forName(name) : null;
        } catch (IllegalCharsetNameException noName) {
            return null;
        }
    }

    private static Map<String, Charset> read() {
        Map<String, Charset> labels = new HashMap<>();
        WordLists.lines(CharsetLabels.class, "labels.txt").forEach(line -> readLine(labels, line));
        return labels;
    }

    private static void readLine(Map<String, Charset> labels, String line) {
        int colon = line.indexOf(": ");
        Charset charset = platform(line.substring(0, colon));
        // A runtime image without jdk.charsets lacks some; their pages are then left to detection.
        if (charset != null) {
            for (String label : line.substring(colon + 2).strip().split(" +", -1)) {
                labels.put(label, charset);
            }
        }
    }
}
