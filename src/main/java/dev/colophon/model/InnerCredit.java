package dev.colophon.model;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a longer line credits among other words.
 *
 * @param role what they did; null where the words themselves say it
 * @param words the words of the line that name them, as shown
 */
public record InnerCredit(@Nullable Role role, String words) {
    /** Which part of an article the words are. */
    public enum Part {
        /** The first words of one of its first paragraphs. */
        BEGINNING,
        /** The last words of any paragraph. */
        PARAGRAPH,
        /** The last words of its last paragraph, or of a line behind it. */
        END,
        /** The last words of a caption. */
        CAPTION,
        /** All of a line whose element is called a credit. */
        CREDIT
    }
}
