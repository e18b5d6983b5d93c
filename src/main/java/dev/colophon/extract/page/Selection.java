package dev.colophon.extract.page;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One of several answers to the question which blocks of a page are its text.
 *
 * @param way how it was made
 * @param least the probability that its blocks have at least; 0 where it does not go by them alone
 * @param area the area that it keeps to; null where it takes the whole page
 * @param blocks whether each block is in it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by sameAs, written to by nobody
record Selection(Way way, float least, @Nullable Area area, boolean[] blocks) {
    /** How a selection is made. */
    enum Way {
        /** With the highest expected F1. */
        EXPECTED,
        /** All blocks that are probable enough. */
        PROBABLE,
        /** Those of one area. */
        AREA,
        /** What the rules over the markup choose. */
        RULES,
        /** Blocks that hang on the same kind of element stand or fall together. */
        ALIKE,
        /** The longest run without a wide gap. */
        RUN
    }

    boolean sameAs(Selection other) {
        return Arrays.equals(blocks, other.blocks);
    }

    boolean isEmpty() {
        for (boolean in : blocks) {
            if (in) {
                return false;
            }
        }
        return true;
    }
}
