package dev.colophon.report;

import dev.colophon.model.RejectReason;
import java.util.Arrays;

/** Reject reasons by their label. */
final class Reasons {
    private Reasons() {}

    /** The kind of a reason; a fault where this version does not know it. */
    static RejectReason.Kind kind(String label) {
        return Arrays.stream(RejectReason.values())
                .filter(reason -> reason.label().equals(label))
                .map(RejectReason::kind)
                .findFirst()
                .orElse(RejectReason.Kind.FAULT);
    }
}
