package dev.colophon.dataset.lease;

import java.io.IOException;

/** Another live process holds the dataset. */
public final class LeaseHeldException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message names the dataset, the holder and since when */
    public LeaseHeldException(String message) {
        super(message);
    }
}
