package dev.colophon.source.archive;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ChannelBytes;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * The record at a zip's end, which says where its directory is (APPNOTE.TXT 4.3.14 to 4.3.16).
 *
 * @param directory position of the directory
 * @param length its bytes
 * @param entries how many there should be; -1 where unknown
 * @param shift what to add to every position in it: bytes that were put before the archive
 */
record ZipEnd(long directory, long length, long entries, long shift) {
    private static final String SIGNATURE = "PK\u0005\u0006";
    private static final int LENGTH = 22;
    private static final int MOST_COMMENT = 0xffff;
    private static final int MOST_TRAILING = 1 << 16;
    private static final String LOCATOR = "PK\u0006\u0007";
    private static final String ZIP64 = "PK\u0006\u0006";
    private static final int LOCATOR_LENGTH = 20;
    private static final int ZIP64_LENGTH = 56;

    /**
     * Finds the end record: one that points to entries before one that names none, as a comment may hold; one whose comment
     * reaches to the end of the file before others; the last one.
     *
     * @return null where there is none
     */
    static @Nullable ZipEnd find(SeekableByteChannel channel) throws IOException {
        long size = channel.size();
        long from = Math.max(0, size - LENGTH - MOST_COMMENT - MOST_TRAILING);
        ChannelBytes tail = new ChannelBytes(channel, from, size);
        int length = tail.ensure((int) (size - from));
        ZipEnd best = null;
        int rank = -1;
        for (int at = length - LENGTH; at >= 0; at--) {
            if (tail.at(at) == 'P' && tail.startsWith(at, SIGNATURE)) {
                ZipEnd found = read(channel, tail, at, from + at);
                boolean exact = at + LENGTH + ZipHeader.number(tail, at + 20, 2) == length;
                int itsRank = found == null ? -1 : (found.entries() != 0 ? 2 : 0) + (exact ? 1 : 0);
                if (itsRank > rank) {
                    best = found;
                    rank = itsRank;
                }
            }
        }
        return best;
    }

    private static @Nullable ZipEnd read(SeekableByteChannel channel, ChannelBytes tail, int at, long position)
            throws IOException {
        long disk = ZipHeader.number(tail, at + 4, 2);
        ZipEnd plain = new ZipEnd(
                ZipHeader.number(tail, at + 16, 4),
                ZipHeader.number(tail, at + 12, 4),
                ZipHeader.number(tail, at + 10, 2),
                0);
        ZipEnd large = zip64(channel, position);
        if (large == null && disk != 0 && disk != 0xffff) {
            throw new BadInput(RejectReason.UNSUPPORTED, "the last part of a zip that was split into " + (disk + 1));
        }
        return large != null ? large.shifted(channel, position) : plain.shifted(channel, position);
    }

    private static @Nullable ZipEnd zip64(SeekableByteChannel channel, long end) throws IOException {
        if (end < LOCATOR_LENGTH + ZIP64_LENGTH) {
            return null;
        }
        ChannelBytes locator = new ChannelBytes(channel, end - LOCATOR_LENGTH, end);
        if (!locator.startsWith(0, LOCATOR) || locator.ensure(LOCATOR_LENGTH) < LOCATOR_LENGTH) {
            return null;
        }
        if (ZipHeader.number(locator, 16, 4) > 1) {
            throw new BadInput(RejectReason.UNSUPPORTED, "the last part of a zip that was split");
        }
        long stated = ZipHeader.number(locator, 8, 8);
        ZipEnd found = zip64At(channel, stated);
        return found != null ? found : zip64At(channel, end - LOCATOR_LENGTH - ZIP64_LENGTH);
    }

    private static @Nullable ZipEnd zip64At(SeekableByteChannel channel, long position) throws IOException {
        if (position < 0 || position > channel.size() - ZIP64_LENGTH) {
            return null;
        }
        ChannelBytes record = new ChannelBytes(channel, position, position + ZIP64_LENGTH);
        if (!record.startsWith(0, ZIP64) || record.ensure(ZIP64_LENGTH) < ZIP64_LENGTH) {
            return null;
        }
        return new ZipEnd(
                ZipHeader.number(record, 48, 8), ZipHeader.number(record, 40, 8), ZipHeader.number(record, 32, 8), 0);
    }

    /** The record with the directory where it is found; null where there is none. */
    private @Nullable ZipEnd shifted(SeekableByteChannel channel, long end) throws IOException {
        if (isDirectory(channel, directory, end)) {
            return this;
        }
        long found = end - length;
        return isDirectory(channel, found, end) ? new ZipEnd(found, length, entries, found - directory) : null;
    }

    private boolean isDirectory(SeekableByteChannel channel, long position, long end) throws IOException {
        if (position < 0 || length < 0 || position > end - length) {
            return false;
        }
        return length == 0
                ? entries == 0
                : new ChannelBytes(channel, position, position + length).startsWith(0, ZipHeader.CENTRAL);
    }
}
