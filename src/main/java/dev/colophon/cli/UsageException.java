package dev.colophon.cli;

/** A mistake of the user's in a command, a job file or a setting; the message says where it is and what to do. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
