package dev.colophon.batch;

import org.jspecify.annotations.Nullable;

/** A job that failed. The message says why and that nothing was published. */
public final class ConversionException extends Exception {
    private static final long serialVersionUID = 1L;

    ConversionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
