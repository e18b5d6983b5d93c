package dev.colophon.source;

import java.time.Instant;

/**
 * An input as it was when it was read whole.
 *
 * @param sourceUri the name it has in the archive
 * @param size length in bytes
 * @param modified time of the last change, as listed
 * @param sha256 SHA-256 of its bytes as stored, lower-case hex; empty where it was refused unread: a special file, one that
 *     changed or vanished, a format or a length that is not read; and of all parts of a large input
 *     but the first
 * @param items captures and rejects that reading it gave
 */
public record InputFingerprint(String sourceUri, long size, Instant modified, String sha256, long items) {
    /**
     * What two parts of one input amount to. Only the first part has the hash.
     *
     * @throws IllegalStateException where both are the whole of it
     */
    public InputFingerprint joined(InputFingerprint other) {
        if (!sha256.isEmpty() && !other.sha256.isEmpty()) {
            throw new IllegalStateException("input " + sourceUri + " was read twice");
        }
        return new InputFingerprint(
                sourceUri, size, modified, sha256.isEmpty() ? other.sha256 : sha256, items + other.items);
    }
}
