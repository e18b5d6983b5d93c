package dev.colophon.dataset.lease;

import java.io.IOException;

/** The lease ended or went to another process; what was to be done under it must not be done. */
public final class LeaseLostException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message names the dataset and who has it now */
    public LeaseLostException(String message) {
        super(message);
    }
}
