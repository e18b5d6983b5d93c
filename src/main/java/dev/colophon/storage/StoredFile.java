package dev.colophon.storage;

import java.time.Instant;

/**
 * A file as a listing shows it.
 *
 * @param path relative to the storage's root, with {@code /} as separator
 * @param size length in bytes
 * @param modified time of the last change
 */
public record StoredFile(String path, long size, Instant modified) {}
