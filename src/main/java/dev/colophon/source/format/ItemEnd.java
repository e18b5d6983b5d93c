package dev.colophon.source.format;

/**
 * Where an item ends that is cut out of its bytes without being parsed.
 *
 * @param state how it ends
 * @param length its bytes up to there
 */
public record ItemEnd(State state, int length) {
    /** How an item ends. */
    public enum State {
        /** With its closing bracket or tag. */
        WHOLE,
        /** Where the bytes do. */
        CUT,
        /** Where it shows that its own end is lost, as where the next item begins. */
        BROKEN,
        /** Not within the limit. */
        TOO_LONG
    }
}
