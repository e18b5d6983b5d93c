package dev.colophon.source;

/**
 * What reading may cost. A capture beyond a limit is a reject, and reading goes on behind it.
 *
 * @param documentBytes most bytes of one payload after decompression
 * @param expansionRatio most bytes that one stored byte may expand to, measured once a payload is beyond 1 MB
 */
public record SourceLimits(long documentBytes, int expansionRatio) {
    /** 32 MB and 200. */
    public static final SourceLimits DEFAULT = new SourceLimits(32L << 20, 200);
}
