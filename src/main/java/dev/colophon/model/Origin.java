package dev.colophon.model;

import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of a capture lie, in terms that hold on every machine.
 *
 * @param sourceUri the input file, relative to the input root that the job names, with {@code /} as separator:
 *     {@code 2025/06/a.html}
 * @param containerPath the entry inside the file, levels joined by {@code !}: {@code inner.zip!a.html}; null where the
 *     file is no container with named entries. A second container of one path is {@code inner.zip#2}
 * @param offset position of the capture's first byte in the input file, in bytes as stored; 0 for a whole file
 * @param length bytes that the capture takes in the input file as stored (compressed where it is compressed)
 * @param recordId the dump's own identifier, for WARC the WARC-Record-ID as written; null where it has none
 * @param ordinal how many items with this offset come before it: records that share a gzip member or a row group, entries
 *     of a solid archive
 */
public record Origin(
        String sourceUri,
        @Nullable String containerPath,
        long offset,
        long length,
        @Nullable String recordId,
        int ordinal) {
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
        this(sourceUri, containerPath, offset, length, recordId, 0);
    }

    /** The same place as that of a later item. */
    public Origin at(int place) {
        return new Origin(sourceUri, containerPath, offset, length, recordId, place);
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
