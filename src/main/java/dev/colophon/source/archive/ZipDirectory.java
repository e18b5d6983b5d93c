package dev.colophon.source.archive;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ChannelBytes;
import dev.colophon.source.format.Sidecar;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A zip's directory: read once for what it says of the whole, and as often as is liked for its entries. */
final class ZipDirectory {
    private final SeekableByteChannel channel;
    private final ZipEnd end;
    private long[] starts = new long[64];
    private int count;
    /** Those of them that no sidecar begins at. */
    private long[] cuttable = new long[64];

    private int cuttableCount;
    private boolean document;
    private boolean webArchive;

    private ZipDirectory(SeekableByteChannel channel, ZipEnd end) {
        this.channel = channel;
        this.end = end;
    }

    /**
     * Reads a directory.
     *
     * @param most entries that are allowed
     * @return null where there is none, or it breaks off
     * @throws BadInput where it has too many entries
     */
    static @Nullable ZipDirectory read(SeekableByteChannel channel, long most) throws IOException {
        ZipEnd end = ZipEnd.find(channel);
        if (end == null) {
            return null;
        }
        ZipDirectory directory = new ZipDirectory(channel, end);
        ChannelBytes bytes = directory.bytes();
        boolean packages = false;
        boolean captures = false;
        while (bytes.ensure(4) == 4 && bytes.startsWith(0, ZipHeader.CENTRAL)) {
            ZipHeader header = ZipHeader.central(bytes);
            if (header == null) {
                return null;
            }
            if (directory.count >= most) {
                throw new BadInput(RejectReason.LIMIT_ENTRIES, "more than " + most + " entries");
            }
            directory.add(header);
            packages |= header.name().equals("datapackage.json");
            captures |= isCaptures(header.name());
            bytes.consume(header.length());
        }
        directory.webArchive = packages && captures;
        Arrays.sort(directory.starts, 0, directory.count);
        Arrays.sort(directory.cuttable, 0, directory.cuttableCount);
        return bytes.ensure(1) == 0 || directory.count >= end.entries() ? directory : null;
    }

    private void add(ZipHeader header) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = position(header);
        boolean inside = position(header) >= 0 && position(header) < end.directory();
        if (inside && !header.name().endsWith(Sidecar.ENDING)) {
            if (cuttableCount == cuttable.length) {
                cuttable = Arrays.copyOf(cuttable, cuttableCount * 2);
            }
            cuttable[cuttableCount++] = position(header);
        }
        // What Office, OpenDocument and EPUB have in common: one document in many entries.
        document |= header.name().equals("[Content_Types].xml")
                || (header.name().equals("mimetype") && header.method() == 0);
    }

    /** The entries' headers, from the first on. */
    ChannelBytes bytes() throws IOException {
        return new ChannelBytes(channel, end.directory(), end.directory() + end.length());
    }

    /** Position of an entry's local header. */
    long position(ZipHeader header) {
        return header.local() + end.shift();
    }

    /** Whether the zip is one document: Office, OpenDocument, EPUB. */
    boolean isDocument() {
        return document;
    }

    /** Whether it is a WACZ, whose captures are the WARCs in {@code archive}. */
    boolean isWebArchive() {
        return webArchive;
    }

    static boolean isCaptures(String name) {
        return name.startsWith("archive/") && !name.endsWith("/");
    }

    /** Position at which the room of an entry that begins at {@code start} ends. */
    long roomEnds(long start) {
        int at = Arrays.binarySearch(starts, 0, count, start);
        while (at >= 0 && at < count && starts[at] == start) {
            at++;
        }
        return at >= 0 && at < count && starts[at] < end.directory() ? starts[at] : end.directory();
    }

    /** A number for the place where an entry begins, the same for entries that begin at one place. */
    int placeOf(long start) {
        int at = Arrays.binarySearch(starts, 0, count, start);
        while (at > 0 && starts[at - 1] == start) {
            at--;
        }
        return Math.max(0, at);
    }

    /** Positions of the entries' local headers, sorted, but those of sidecars, which stay with what they describe. */
    long[] cuttable() {
        return Arrays.copyOf(cuttable, cuttableCount);
    }
}
