package dev.colophon.source;

import dev.colophon.model.RejectReason;
import java.io.IOException;

/** Bytes that are not what their container promised. It becomes a reject and never leaves this package. */
final class BadInput extends IOException {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    BadInput(RejectReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    RejectReason reason() {
        return reason;
    }
}
