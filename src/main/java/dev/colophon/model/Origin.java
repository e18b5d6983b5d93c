package dev.colophon.model;

import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of a capture lie, in terms that hold on every machine.
 *
 * @param sourceUri the input file, relative to the input root that the job names, with {@code /} as separator:
 *     {@code 2025/06/a.html}
 * @param containerPath the entry inside the file, levels joined by {@code !}: {@code inner.zip!a.html}; null where the
 *     file is no container with named entries
 * @param offset position of the capture's first byte in the input file, in bytes as stored; 0 for a whole file
 * @param length bytes that the capture takes in the input file as stored (compressed where it is compressed)
 * @param recordId the dump's own identifier, for WARC the WARC-Record-ID as written; null where it has none
 * @param ordinal how many items with this offset come right before it: records that share a gzip member or a row group,
 *     entries of a solid archive; the next free number where an earlier item that is equal to it has that one
 * @param within which of the containers of that path it lies in, as an archive may hold two of one name: a number made of
 *     the positions of the entries around it; 0 where it lies in the file itself or is an entry of it
 */
public record Origin(
        String sourceUri,
        @Nullable String containerPath,
        long offset,
        long length,
        @Nullable String recordId,
        int ordinal,
        long within) {
    public Origin {
        if (sourceUri.isEmpty()) {
            throw new IllegalArgumentException("an origin needs the input file it stands for");
        }
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("offset " + offset + " and length " + length + " must not be negative");
        }
    }

    /** The first item at its offset. */
    public Origin(
            String sourceUri, @Nullable String containerPath, long offset, long length, @Nullable String recordId) {
        this(sourceUri, containerPath, offset, length, recordId, 0, 0);
    }

    /** The same place with the identifier that the dump gives what lies there. */
    public Origin named(@Nullable String id) {
        return new Origin(sourceUri, containerPath, offset, length, id, ordinal, within);
    }

    /** The same place as that of a later item. */
    public Origin at(int place) {
        return new Origin(sourceUri, containerPath, offset, length, recordId, place, within);
    }

    /** The origin of a whole file of {@code length} bytes. */
    public static Origin ofFile(String sourceUri, long length) {
        return new Origin(sourceUri, null, 0, length, null);
    }

    /** How a person would name the place: {@code dump.warc.gz@1234}, {@code a.zip!b.html}. */
    @Override
    public String toString() {
        String place = containerPath == null ? sourceUri : sourceUri + "!" + containerPath;
        return offset == 0 ? place : place + "@" + offset;
    }
}
