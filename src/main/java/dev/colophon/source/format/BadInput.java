package dev.colophon.source.format;

import dev.colophon.model.RejectReason;
import java.io.IOException;

/** Bytes that are not what their container promised. It becomes a reject and never leaves {@code source}. */
public final class BadInput extends IOException {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    /**
     * A fault of some input.
     *
     * @param message what was expected and what was found, for people
     */
    public BadInput(RejectReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What the reject of it says. */
    public RejectReason reason() {
        return reason;
    }

    /** What was expected and what was found: the message, never null. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
