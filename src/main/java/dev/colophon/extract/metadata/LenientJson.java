package dev.colophon.extract.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.colophon.text.Spaces;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as web pages hold it (RFC 8259 with their usual faults): HTML comments and CDATA marks around it, several
 * values in a row, trailing commas, raw control characters and unescaped quotes in strings, bare keys, a missing end.
 * Whatever can be read is kept; nothing is ever thrown. One pass, linear time, no recursion.
 */
final class LenientJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String CDATA = "<![CDATA[";
    private static final int MAX_CHARS = 4_000_000;
    private static final int LONGEST_BARE_KEY = 60;
    private static final int MAX_DEPTH = 64;
    private static final int MAX_VALUES = 200_000;

    private final String text;
    private final List<JsonNode> found = new ArrayList<>();
    private final Deque<Level> open = new ArrayDeque<>();
    private int at;
    private int values;
    private int tooDeep;

    /** An array or object that is not closed yet, with the key that waits for its value. */
    private static final class Level {
        final @Nullable ObjectNode object;
        final @Nullable ArrayNode array;

        @Nullable
        String key;

        Level(@Nullable ObjectNode object, @Nullable ArrayNode array) {
            this.object = object;
            this.array = array;
        }
    }

    private LenientJson(String text) {
        this.text = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
    }

    /** The objects and arrays that stand in {@code text}, in order; values nested deeper than 64 levels are left out. */
    static List<JsonNode> read(String text) {
        LenientJson reader = new LenientJson(text);
        reader.readAll();
        return reader.found;
    }

    private void readAll() {
        while (at < text.length() && values < MAX_VALUES) {
            step(text.charAt(at));
        }
    }

    private void step(char next) {
        switch (next) {
            case '{' -> open(new Level(NODES.objectNode(), null));
            case '[' -> open(new Level(null, NODES.arrayNode()));
            case '}' -> close(true);
            case ']' -> close(false);
            case ',', ';' -> forgetKey();
            case ':' -> at++;
            case '"' -> string();
            default -> bare(next);
        }
    }

    private void open(Level level) {
        at++;
        if (open.size() >= MAX_DEPTH) {
            tooDeep++;
            return;
        }
        JsonNode node = level.object == null ? level.array : level.object;
        if (node != null && open.isEmpty()) {
            values++;
            found.add(node);
        } else if (node != null) {
            add(node);
        }
        open.push(level);
    }

    /** Closes the nearest open object or array; a bracket that matches none is skipped. */
    private void close(boolean object) {
        at++;
        if (tooDeep > 0) {
            tooDeep--;
            return;
        }
        boolean matches = open.stream().anyMatch(level -> object == (level.object != null));
        while (matches) {
            matches = object != (open.pop().object != null);
        }
    }

    private void forgetKey() {
        at++;
        Level level = open.peek();
        if (level != null) {
            level.key = null;
        }
    }

    private void string() {
        if (open.isEmpty()) {
            at++;
            return;
        }
        take(quoted(), NODES::textNode);
    }

    private void bare(char next) {
        if (text.startsWith(CDATA, at)) {
            at += CDATA.length();
        } else if (open.isEmpty() || Spaces.isSpace(next)) {
            at++;
        } else {
            take(word(), LenientJson::literal);
        }
    }

    private interface Maker {
        JsonNode make(String token);
    }

    private void take(String token, Maker maker) {
        Level level = open.peek();
        if (level == null || tooDeep > 0) {
            return;
        }
        if (level.object != null && level.key == null) {
            level.key = peek() == ':' ? token : null;
        } else {
            add(maker.make(token));
        }
    }

    private void add(JsonNode value) {
        values++;
        Level level = open.peek();
        if (level == null) {
            return;
        }
        if (level.array != null) {
            level.array.add(value);
        } else if (level.object != null && level.key != null) {
            addTo(level.object, level.key, value);
            level.key = null;
        }
    }

    /** Repeated keys, as some plug-ins emit them, keep the first value. */
    private static void addTo(ObjectNode object, String key, JsonNode value) {
        if (!object.has(key)) {
            object.set(key, value);
        }
    }

    private static JsonNode literal(String word) {
        return switch (word) {
            case "null", "undefined" -> NODES.nullNode();
            case "true" -> NODES.booleanNode(true);
            case "false" -> NODES.booleanNode(false);
            default -> NODES.textNode(word);
        };
    }

    private String word() {
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isWord(char unit) {
        return "{}[],:;\"".indexOf(unit) < 0 && !Spaces.isSpace(unit);
    }

    private String quoted() {
        StringBuilder out = new StringBuilder();
        at++;
        while (at < text.length()) {
            char unit = text.charAt(at++);
            if (unit == '"' && endsHere()) {
                break;
            }
            if (unit == '\\' && at < text.length()) {
                escape(text.charAt(at++), out);
            } else {
                out.append(unit);
            }
        }
        return out.toString();
    }

    /** Whether a quote is the string's end: an unescaped quote inside a sentence is followed by something else. */
    private boolean endsHere() {
        char next = peek();
        return next == 0 || (next == ',' ? !goesOn() : "}]:;\"/<".indexOf(next) >= 0);
    }

    /** Whether behind the comma stands a word that is no key of an object: the sentence of its string goes on. */
    private boolean goesOn() {
        Level level = open.peek();
        int ahead = pastSpaces(pastSpaces(at) + 1);
        if (level == null
                || level.object == null
                || ahead >= text.length()
                || !Character.isLetter(text.charAt(ahead))) {
            return false;
        }
        int end = ahead;
        while (end < text.length() && end - ahead <= LONGEST_BARE_KEY && isWord(text.charAt(end))) {
            end++;
        }
        int colon = pastSpaces(end);
        return colon < text.length() && text.charAt(colon) != ':';
    }

    private int pastSpaces(int from) {
        int ahead = from;
        while (ahead < text.length() && Spaces.isSpace(text.charAt(ahead))) {
            ahead++;
        }
        return ahead;
    }

    private char peek() {
        int ahead = pastSpaces(at);
        return ahead < text.length() ? text.charAt(ahead) : 0;
    }

    private void escape(char unit, StringBuilder out) {
        switch (unit) {
            case 'n', 'r' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'b', 'f' -> out.append(' ');
            case 'u' -> unicode(out);
            default -> out.append(unit);
        }
    }

    private void unicode(StringBuilder out) {
        int value = 0;
        int end = Math.min(at + 4, text.length());
        for (int i = at; i < end; i++) {
            int digit = hex(text.charAt(i));
            if (digit < 0) {
                return;
            }
            value = value * 16 + digit;
        }
        at = end;
        out.append((char) value);
    }

    private static int hex(char unit) {
        return unit < 0x80 ? Character.digit(unit, 16) : -1;
    }
}
