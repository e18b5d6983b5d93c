package dev.colophon.conversion;

import org.jspecify.annotations.Nullable;

/** A job that failed. The message says why and that nothing was published. */
public final class ConversionException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param cause null where no other fault is behind it */
    public ConversionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
