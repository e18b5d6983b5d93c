package dev.colophon.source;

import dev.colophon.source.format.Slice;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One input of a job, before it is opened.
 *
 * @param root index of the input root in the job's list, for opening it
 * @param path relative to that root
 * @param sourceUri the name it has in the archive: the path, led by the root's name where the job has several roots
 * @param size length in bytes
 * @param modified time of the last change, of the file or of a sidecar beside it
 * @param described time of the last change of its newest sidecar; null where it has none
 * @param batch the batch it belongs to
 * @param slice the part of it that is meant; whole for all but large files
 */
public record InputFile(
        int root,
        String path,
        String sourceUri,
        long size,
        Instant modified,
        @Nullable Instant described,
        String batch,
        Slice slice)
        implements Serializable {
    /** A whole file without a sidecar. */
    public InputFile(int root, String path, String sourceUri, long size, Instant modified, String batch) {
        this(root, path, sourceUri, size, modified, null, batch, Slice.WHOLE);
    }

    /** A part of the file. */
    public InputFile part(Slice part) {
        return new InputFile(root, path, sourceUri, size, modified, described, batch, part);
    }

    /** Bytes that are read of it. */
    public long bytes() {
        return Math.min(size, slice.to()) - Math.min(size, slice.from());
    }

    /** The same input as one of another batch. */
    public InputFile inBatch(String other) {
        return other.equals(batch)
                ? this
                : new InputFile(root, path, sourceUri, size, modified, described, other, slice);
    }
}
