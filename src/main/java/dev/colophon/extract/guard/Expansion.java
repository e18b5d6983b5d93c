package dev.colophon.extract.guard;

import dev.colophon.model.RejectReason;
import org.jspecify.annotations.Nullable;

/** Counts what a document's parts expand to. */
final class Expansion {
    private static final long FREE_BYTES = 1L << 20;

    private final long stored;
    private final int ratio;
    private long expanded;

    Expansion(long stored, int ratio) {
        this.stored = stored;
        this.ratio = ratio;
    }

    void add(long bytes) {
        expanded += bytes;
    }

    Guard.@Nullable Refusal refusal() {
        if (expanded <= FREE_BYTES || expanded / ratio <= stored) {
            return null;
        }
        String message = "more than " + ratio + " times its size: " + stored + " bytes gave " + expanded + " so far";
        return new Guard.Refusal(RejectReason.LIMIT_RATIO, message);
    }
}
