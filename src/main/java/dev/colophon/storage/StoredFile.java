package dev.colophon.storage;

import java.time.Instant;

/**
 * A file as a listing shows it.
 *
 * @param path relative to the storage's root, with {@code /} as separator
 * @param size length in bytes; 0 where it is not a regular file
 * @param modified time of the last change
 * @param regular false for a link, a pipe, a socket or a device, which must not be opened
 */
public record StoredFile(String path, long size, Instant modified, boolean regular) {
    /** A regular file. */
    public StoredFile(String path, long size, Instant modified) {
        this(path, size, modified, true);
    }
}
