package dev.colophon.source.format;

/**
 * What reading may cost. What is beyond a limit is a reject, and reading goes on behind it.
 *
 * @param documentBytes most bytes of one payload after decompression
 * @param expansionRatio most bytes that one stored byte may expand to, measured once a payload is beyond 1 MB
 * @param nestingDepth most archives inside one another that are opened
 * @param entries most entries of one input, those of archives inside it included
 * @param decoderBytes most memory that one decoder may take: the window of zstd, the dictionary of xz and 7z
 */
public record SourceLimits(
        long documentBytes, int expansionRatio, int nestingDepth, long entries, long decoderBytes) {
    /** 32 MB, 200, 4, ten million, 160 MB: what {@code zstd --long} and {@code xz -9} make can be read. */
    public static final SourceLimits DEFAULT = new SourceLimits(32L << 20, 200);

    /** The defaults with another length and ratio. */
    public SourceLimits(long documentBytes, int expansionRatio) {
        this(documentBytes, expansionRatio, 4, 10_000_000, 160L << 20);
    }
}
