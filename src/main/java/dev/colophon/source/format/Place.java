package dev.colophon.source.format;

import dev.colophon.model.Origin;
import dev.colophon.model.RejectReason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where bytes lie, and what holds for reading them. Immutable but for the {@link Budget}, which all places of an input share.
 *
 * @param sourceUri the input file
 * @param containerPath the entry inside it, levels joined by {@code !}; null for the file itself
 * @param extent where the bytes lie in the container around them, as stored there; the whole file on the first level
 * @param position which entry of the container around them they are, no other's; 0 on the first level
 * @param within which of the containers of one path that one is: see {@link Origin#within}
 * @param depth containers around it
 * @param decoded whether the bytes are those of a compressed stream after decompression
 * @param slice the part that is to be read; whole for all but large files
 * @param about what was said beside it of a single document
 * @param reading what holds for the whole input
 */
public record Place(
        String sourceUri,
        @Nullable String containerPath,
        Extent extent,
        long position,
        long within,
        int depth,
        boolean decoded,
        Slice slice,
        Sidecar about,
        Reading reading) {
    /** An odd number, so that no two positions give one number: 2^64 through the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /**
     * What holds for all places of one input.
     *
     * @param settings limits and more
     * @param opener opens what is found inside
     * @param budget what reading the input has cost so far
     * @param wanted path of the one entry that is asked for; null for all
     */
    public record Reading(
            SourceSettings settings,
            Opener opener,
            Budget budget,
            @Nullable String wanted) {}

    /** A part of a container, in bytes as stored. */
    public record Extent(long offset, long length) {}

    /** A file of {@code length} bytes. */
    public static Place ofFile(String sourceUri, long length, Slice slice, Sidecar about, Reading reading) {
        return new Place(sourceUri, null, new Extent(0, length), 0, 0, 0, false, slice, about, reading);
    }

    /** What reading may cost. */
    public SourceLimits limits() {
        return reading.settings().limits();
    }

    /** What the job says of records: see {@link SourceSettings#fields}. */
    public SourceSettings settings() {
        return reading.settings();
    }

    /** The last name of the path, for hints where the content leaves open what it is: {@code a.html}. */
    public String name() {
        String path = containerPath == null ? sourceUri : containerPath;
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1);
    }

    /** All of these bytes, as the container around them holds them: what a document's origin is. */
    public Origin whole() {
        return new Origin(sourceUri, containerPath, extent.offset(), extent.length(), null, 0, within);
    }

    /** A part of these bytes: {@code offset} and {@code length} count them, compressed where they are compressed. */
    public Origin origin(long offset, long length) {
        return origin(offset, length, null);
    }

    /** The same with the identifier that the dump itself gives. */
    public Origin origin(long offset, long length, @Nullable String recordId) {
        return new Origin(sourceUri, containerPath, offset, length, recordId, 0, inside());
    }

    /** What {@link Origin#within} is for what these bytes hold. */
    private long inside() {
        return containerPath == null ? 0 : (within + position + 1) * SPREAD;
    }

    /**
     * The place of an entry.
     *
     * @param path its name inside the container, unsafe characters escaped
     * @param offset position of its first byte in this container, the header before it included
     * @param length bytes that it takes there; 0 where they cannot be told
     */
    public Place entry(String path, long offset, long length) {
        return entry(path, new Extent(offset, length), offset);
    }

    /**
     * The place of an entry of an archive that does not tell where its entries are.
     *
     * @param number of the entry
     */
    public Place entry(String path, int number) {
        return entry(path, new Extent(0, 0), number);
    }

    /**
     * The place of a part of a message, of which nothing tells where in it the part begins.
     *
     * @param offset position of the message's first byte in this container
     * @param length bytes that the message takes there
     * @param number of the part in the message, less than its bytes
     */
    public Place part(String path, long offset, long length, int number) {
        return entry(path, new Extent(offset, length), offset + number);
    }

    private Place entry(String path, Extent where, long number) {
        String joined = containerPath == null ? path : containerPath + "!" + path;
        return new Place(
                sourceUri, joined, where, number, inside(), depth + 1, false, Slice.WHOLE, Sidecar.NONE, reading);
    }

    /** Whether this entry is asked for, describes what is, or may hold it. */
    public boolean isWanted() {
        String wanted = reading.wanted();
        return wanted == null
                || containerPath == null
                || wanted.equals(containerPath)
                || Sidecar.pathsOf(wanted).contains(containerPath)
                || wanted.startsWith(containerPath + "!");
    }

    /** The place of what these bytes are when they are decompressed: the same name. Counts as a level on top of another. */
    public Place unpacked() {
        return new Place(
                sourceUri,
                containerPath,
                extent,
                position,
                within,
                decoded ? depth + 1 : depth,
                true,
                Slice.WHOLE,
                about,
                reading);
    }

    /** The place with another account of its document. */
    public Place about(Sidecar other) {
        return new Place(sourceUri, containerPath, extent, position, within, depth, decoded, slice, other, reading);
    }

    /**
     * Opens what lies here, whatever it is.
     *
     * @throws BadInput where it cannot be read at all, or more containers lie around it than allowed
     */
    public ItemReader open(ByteWindow bytes) throws IOException {
        return reading.opener().open(this, bytes);
    }

    /**
     * Asks whether a container may be opened here.
     *
     * @throws BadInput where it lies too deep
     */
    public void requireDepth() throws BadInput {
        if (depth >= limits().nestingDepth()) {
            throw new BadInput(
                    RejectReason.LIMIT_DEPTH,
                    "a container inside " + depth + " others: at most " + limits().nestingDepth()
                            + " are opened inside one another");
        }
    }
}
