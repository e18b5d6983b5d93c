package dev.colophon.extract.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the double-quoted strings of a script in one pass: JSON's (RFC 8259), and those of JavaScript that look the same.
 * Strings whose content is a script's again, as {@code self.__next_f.push([1,"{\"body\":\"…\"}"])}, are read as one. Code
 * between the strings is passed over; whatever does not end is left out.
 */
final class ScriptStrings {
    /** How often a string may be the script of further strings. */
    private static final int DEEPEST = 3;

    private static final int MOST = 100_000;
    /** Shorter strings hold no script worth reading. */
    private static final int SHORTEST_SCRIPT = 200;

    /**
     * A string and what it is called.
     *
     * @param key the nearest name before it, as in {@code "key": "text"}; empty where there is none
     * @param text its characters, escapes resolved
     */
    record Value(String key, String text) {}

    private final List<Value> values = new ArrayList<>();
    private final String script;
    private final int depth;

    private int at;
    private String key = "";

    private ScriptStrings(String script, int depth) {
        this.script = script;
        this.depth = depth;
    }

    /** The strings that are values, in the order of the script. */
    static List<Value> of(String script) {
        return new ScriptStrings(script, 0).read();
    }

    private List<Value> read() {
        while (values.size() < MOST) {
            int quote = script.indexOf('"', at);
            if (quote < 0) {
                return values;
            }
            at = quote + 1;
            String text = string();
            if (text != null) {
                take(text);
            }
        }
        return values;
    }

    private void take(String text) {
        int next = at;
        while (next < script.length() && script.charAt(next) <= ' ') {
            next++;
        }
        if (next < script.length() && script.charAt(next) == ':') {
            key = text;
        } else if (isScript(text)) {
            values.addAll(new ScriptStrings(text, depth + 1).read());
        } else {
            values.add(new Value(key, text));
        }
    }

    /** Whether the string is data in its turn: names and values in quotes. Attributes of HTML have none with a colon. */
    private boolean isScript(String text) {
        return depth < DEEPEST
                && text.length() >= SHORTEST_SCRIPT
                && (text.contains("\":\"") || text.contains("\": \""));
    }

    /**
     * The string that begins here; null where it does not end on its line, or holds an escape that is none: then nothing that
     * begins before the end of the line does end.
     */
    private @Nullable String string() {
        int start = at;
        StringBuilder text = null;
        for (int i = start; i < script.length(); i++) {
            char unit = script.charAt(i);
            if (unit == '"') {
                at = i + 1;
                return text == null ? script.substring(start, i) : text.toString();
            }
            if (unit == '\n' || (unit == '\\' && i + 1 == script.length())) {
                at = i + 1;
                return null;
            }
            if (unit == '\\') {
                text = text == null ? new StringBuilder(script.substring(start, i)) : text;
                i = escape(i + 1, text);
            } else if (text != null) {
                text.append(unit);
            }
        }
        at = script.length();
        return null;
    }

    /** Resolves the escape whose letter stands there; where its last unit is. */
    private int escape(int letter, StringBuilder out) {
        char unit = script.charAt(letter);
        int code = unit == 'u' && letter + 4 < script.length() ? hex(letter + 1) : -1;
        if (code >= 0) {
            out.append((char) code);
            return letter + 4;
        }
        out.append(
                switch (unit) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r', 'b', 'f' -> ' ';
                    default -> unit;
                });
        return letter;
    }

    private int hex(int start) {
        int code = 0;
        for (int i = start; i < start + 4; i++) {
            int digit = Character.digit(script.charAt(i), 16);
            code = digit < 0 || code < 0 ? -1 : code * 16 + digit;
        }
        return code;
    }
}
