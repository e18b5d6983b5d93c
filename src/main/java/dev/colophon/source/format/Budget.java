package dev.colophon.source.format;

import dev.colophon.model.RejectReason;

/**
 * What reading one input has cost, over all its levels: bytes that decompression gave, and entries. Not thread-safe: an input
 * is read by one thread.
 */
public final class Budget {
    /** Bytes that anything may expand to, however small it is. */
    public static final long FREE_EXPANSION = 1 << 20;

    /** What a ratio cannot be asked of small inputs for: an archive of a few good compressed pages. */
    private static final long FREE_IN_ALL = 64L << 20;

    private final long stored;
    private final SourceLimits limits;
    private long produced;
    private long entries;

    /**
     * The budget of an input.
     *
     * @param stored its length in bytes
     */
    public Budget(long stored, SourceLimits limits) {
        this.stored = Math.max(1, stored);
        this.limits = limits;
    }

    /**
     * Counts bytes that decompression gave.
     *
     * @throws BadInput where all levels together have given more than the ratio allows
     */
    public void produced(long bytes) throws BadInput {
        produced += bytes;
        requireRoom();
    }

    /**
     * Asks whether more of the input may be opened.
     *
     * @throws BadInput where it has used up what it may cost
     */
    public void requireRoom() throws BadInput {
        if (produced > FREE_IN_ALL && produced / stored >= limits.expansionRatio()) {
            throw new BadInput(
                    RejectReason.LIMIT_RATIO,
                    "all levels together expand more than " + limits.expansionRatio() + " times: " + stored
                            + " bytes gave " + produced + " so far");
        }
    }

    /**
     * Counts an entry of an archive.
     *
     * @throws BadInput where there are more than allowed
     */
    public void entry() throws BadInput {
        if (++entries > limits.entries()) {
            throw new BadInput(
                    RejectReason.LIMIT_ENTRIES, "more than " + limits.entries() + " entries: the rest is not read");
        }
    }
}
