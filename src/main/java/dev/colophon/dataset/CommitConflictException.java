package dev.colophon.dataset;

import java.io.IOException;

/** Another commit took the next number first; nothing of this one became visible. */
public final class CommitConflictException extends IOException {
    private static final long serialVersionUID = 1L;

    CommitConflictException(String message) {
        super(message);
    }
}
