package dev.colophon.source.records;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ItemEnd;
import dev.colophon.source.format.ItemEnd.State;
import java.io.IOException;

/** Finds where JSON objects end, without parsing them, and where the next one begins after a damaged one. */
final class ElementScanner {
    private static final int UNKNOWN = -1;
    private static final int LONGEST_KEY = 64;
    /** Each may scan up to the limit. */
    private static final int MOST_RECOVERIES = 50;

    private final ByteWindow bytes;
    private final long limit;
    /** Blanks before the first object on its line; unknown where something else stands before it. */
    private int indent = UNKNOWN;

    private String opening = "{";
    private int recoveries;
    private boolean first = true;
    private int column;
    private boolean blank = true;

    private int depth;
    private boolean inText;
    private boolean escaped;
    private int lineColumn;
    private boolean lineBlank;

    ElementScanner(ByteWindow bytes, long limit) {
        this.bytes = bytes;
        this.limit = limit;
    }

    /** Forgets how the first object began: another list follows. */
    void beginList() {
        first = true;
    }

    /** Tells the scanner of a byte between objects. */
    void passed(byte unit) {
        if (unit == '\n') {
            column = 0;
            blank = true;
        } else {
            column++;
            blank &= unit == ' ' || unit == '\t';
        }
    }

    /**
     * Whether an object begins here that is no part of another: on a line of its own, as deep as the first, or with the key
     * that the first began with.
     */
    boolean beginsElement() throws IOException {
        return bytes.at(0) == '{' && (indent == UNKNOWN ? bytes.startsWith(0, opening) : blank && column == indent);
    }

    /** The object's bracket and its first key: {@code {"url"}. */
    private String opening() throws IOException {
        StringBuilder key = new StringBuilder();
        int most = bytes.ensure(LONGEST_KEY);
        for (int i = 0, quotes = 0; i < most && quotes < 2; i++) {
            key.append((char) (bytes.at(i) & 0xff));
            quotes += bytes.at(i) == '"' ? 1 : 0;
        }
        return key.toString();
    }

    /** Whether objects can be found again behind one that never ends, and this often enough. */
    boolean recovers() {
        return indent == UNKNOWN && recoveries++ < MOST_RECOVERIES;
    }

    /** Finds the end of the object that begins here; consumes nothing. */
    ItemEnd find() throws IOException {
        if (first) {
            indent = blank ? column : UNKNOWN;
            opening = opening();
            first = false;
        }
        depth = 0;
        inText = false;
        escaped = false;
        lineColumn = 0;
        lineBlank = false;
        int at = 0;
        while (bytes.ensure(at + 1) > at) {
            for (; at < bytes.visible(); at++) {
                if (at >= limit) {
                    return new ItemEnd(State.TOO_LONG, at);
                }
                byte unit = bytes.at(at);
                if (unit == '\n' && inText) {
                    return new ItemEnd(State.BROKEN, at);
                }
                if (at > 0 && unit == '{' && !inText && beginsAnother()) {
                    return new ItemEnd(State.BROKEN, at);
                }
                if (ends(unit)) {
                    blank = false;
                    column++;
                    return new ItemEnd(State.WHOLE, at + 1);
                }
            }
        }
        return new ItemEnd(State.CUT, at);
    }

    private boolean beginsAnother() {
        return indent != UNKNOWN && lineBlank && lineColumn <= indent;
    }

    /** Takes the next byte; true where it closes the object. */
    private boolean ends(byte unit) {
        if (unit == '\n') {
            lineColumn = 0;
            lineBlank = true;
            return false;
        }
        lineColumn++;
        lineBlank &= unit == ' ' || unit == '\t';
        if (inText) {
            inText = escaped || unit != '"';
            escaped = !escaped && unit == '\\';
            return false;
        }
        switch (unit) {
            case '"' -> inText = true;
            case '{', '[' -> depth++;
            case '}', ']' -> depth--;
            default -> {
                return false;
            }
        }
        return depth == 0;
    }
}
