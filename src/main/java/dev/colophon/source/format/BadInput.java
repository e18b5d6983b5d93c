package dev.colophon.source.format;

import dev.colophon.model.RejectReason;
import java.io.IOException;

/** Bytes that are not what their container promised. It becomes a reject and never leaves {@code source}. */
public final class BadInput extends IOException {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    public BadInput(RejectReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public RejectReason reason() {
        return reason;
    }

    /** What was expected and what was found. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
