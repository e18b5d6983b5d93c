package dev.colophon.dataset;

import java.io.IOException;

/** A file of the dataset, or of a run's staging, is not what its record says. */
public final class DamagedDatasetException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message names the file, what was expected and what was found */
    public DamagedDatasetException(String message) {
        super(message);
    }
}
