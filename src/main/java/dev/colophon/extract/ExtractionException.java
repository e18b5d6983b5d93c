package dev.colophon.extract;

import dev.colophon.model.RejectReason;
import org.jspecify.annotations.Nullable;

/** A capture that cannot be read. */
public final class ExtractionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    /** The message says what was expected and what was found. */
    public ExtractionException(RejectReason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why it cannot be read. */
    public RejectReason reason() {
        return reason;
    }
}
