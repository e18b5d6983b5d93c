package dev.colophon.source;

import java.time.Instant;

/**
 * One input of a job, before it is opened.
 *
 * @param root index of the input root in the job's list, for opening it
 * @param path relative to that root
 * @param sourceUri the name it has in the archive: the path, led by the root's name where the job has several roots
 * @param size length in bytes
 * @param modified time of the last change
 * @param batch the batch it belongs to
 */
public record InputFile(int root, String path, String sourceUri, long size, Instant modified, String batch) {
    /** The same input as one of another batch. */
    public InputFile inBatch(String other) {
        return other.equals(batch) ? this : new InputFile(root, path, sourceUri, size, modified, other);
    }
}
