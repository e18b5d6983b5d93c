package dev.colophon.byline;

import dev.colophon.text.NameFolding;
import org.jspecify.annotations.Nullable;

/** A piece of a byline. Not thread-safe. */
final class Token {
    enum Type {
        WORD,
        COMMA,
        /** {@code & +}: joins two names. */
        AND,
        /** {@code ; / 、}: parts the names of a list. */
        LIST,
        /** {@code | • –} or a line break: parts what may have nothing to do with each other. */
        BREAK,
        COLON,
        OPEN,
        CLOSE,
        /** Ends a sentence: {@code ! ? ।}. */
        STOP,
        /** A number, an address, a handle. */
        JUNK
    }

    private final Type type;
    private final String text;
    private final int start;
    private final int end;
    private @Nullable String folded;

    private Token(Type type, String text, int start, int end) {
        this.type = type;
        this.text = text;
        this.start = start;
        this.end = end;
    }

    static Token of(Type type, String source, int start, int end) {
        return new Token(type, source.substring(start, end), start, end);
    }

    /** What it is. */
    Type type() {
        return type;
    }

    /** As written. */
    String text() {
        return text;
    }

    /** {@link NameFolding#fold} of the text, which few words are asked for; empty for punctuation. */
    String folded() {
        String known = folded;
        if (known == null) {
            known = type == Type.WORD ? NameFolding.fold(text) : "";
            folded = known;
        }
        return known;
    }

    /** Position of its first char. */
    int start() {
        return start;
    }

    /** Position after its last char. */
    int end() {
        return end;
    }

    /** A handle or a number, read as a word all the same. */
    Token asWord() {
        return new Token(Type.WORD, text, start, end);
    }

    /** The same without its first char. */
    Token withoutFirst() {
        return new Token(type, text.substring(1), start + 1, end);
    }

    boolean isWord() {
        return type == Type.WORD;
    }

    boolean is(Type other) {
        return type == other;
    }

    @Override
    public String toString() {
        return type + " " + text;
    }
}
