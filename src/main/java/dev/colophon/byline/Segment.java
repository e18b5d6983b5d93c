package dev.colophon.byline;

import dev.colophon.model.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words of a byline between two separators.
 *
 * @param role what the words before or after them say; null where none do
 * @param joint what stands before them
 * @param words the words, at least one
 * @param numberBefore whether a number stands right before them, as in a date
 * @param numberAfter whether a number stands right after them
 */
record Segment(@Nullable Role role, Joint joint, List<Token> words, boolean numberBefore, boolean numberAfter) {
    /** What stands before a segment. */
    enum Joint {
        START,
        /** A role phrase. */
        ROLE,
        COMMA,
        AND,
        LIST,
        BREAK
    }

    Segment {
        words = List.copyOf(words);
    }
}
