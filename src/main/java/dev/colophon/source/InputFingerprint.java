package dev.colophon.source;

import java.time.Instant;

/**
 * An input as it was when it was read whole.
 *
 * @param sourceUri the name it has in the archive
 * @param size length in bytes
 * @param modified time of the last change, as listed
 * @param sha256 SHA-256 of its bytes as stored, lower-case hex; empty where it was refused unread: a special file, one that
 *     changed or vanished, a format or a length that is not read
 * @param items captures and rejects that reading it gave
 */
public record InputFingerprint(String sourceUri, long size, Instant modified, String sha256, long items) {}
