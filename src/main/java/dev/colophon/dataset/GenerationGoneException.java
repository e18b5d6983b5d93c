package dev.colophon.dataset;

import java.io.IOException;

/** An earlier manifest cannot be read or restored, because files of it are no longer kept. */
public final class GenerationGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    GenerationGoneException(String message) {
        super(message);
    }
}
