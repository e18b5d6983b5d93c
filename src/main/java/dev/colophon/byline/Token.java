package dev.colophon.byline;

import dev.colophon.text.NameFolding;

/**
 * A piece of a byline.
 *
 * @param type what it is
 * @param text as written
 * @param folded {@link NameFolding#fold} of it; empty for punctuation
 * @param start position of its first char
 * @param end position after its last char
 */
record Token(Type type, String text, String folded, int start, int end) {
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

    static Token of(Type type, String source, int start, int end) {
        String text = source.substring(start, end);
        return new Token(type, text, type == Type.WORD ? NameFolding.fold(text) : "", start, end);
    }

    /** A handle or a number, read as a word all the same. */
    Token asWord() {
        return new Token(Type.WORD, text, NameFolding.fold(text), start, end);
    }

    boolean isWord() {
        return type == Type.WORD;
    }

    boolean is(Type other) {
        return type == other;
    }
}
