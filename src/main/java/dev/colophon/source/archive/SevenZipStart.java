package dev.colophon.source.archive;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.CRC32;

/**
 * The start header of a 7z file (7zFormat.txt, "SignatureHeader"), checked before a library is let near it: its checksums,
 * and that what it points to lies in the file.
 */
final class SevenZipStart {
    private static final int LENGTH = 32;
    private static final int STEP = 1 << 16;

    private SevenZipStart() {}

    /** @throws BadInput where the headers are not whole */
    static void require(SeekableByteChannel channel) throws IOException {
        ByteBuffer start = read(channel, 0, LENGTH);
        if (start.remaining() < LENGTH) {
            throw new BadInput(RejectReason.TRUNCATED, "a 7z file of " + channel.size() + " bytes has no header");
        }
        if (crc(start.slice(12, 20)) != (start.getInt(8) & 0xffffffffL)) {
            throw new BadInput(RejectReason.MALFORMED, "the start header's checksum does not agree");
        }
        long offset = start.getLong(12);
        long size = start.getLong(20);
        if (offset < 0 || size < 0 || offset > Long.MAX_VALUE - size - LENGTH) {
            throw new BadInput(RejectReason.MALFORMED, "the start header points nowhere");
        }
        if (LENGTH + offset + size > channel.size()) {
            throw new BadInput(
                    RejectReason.TRUNCATED,
                    "its directory should end at byte " + (LENGTH + offset + size) + ", but the file ends at "
                            + channel.size());
        }
        requireChecksum(channel, LENGTH + offset, size, start.getInt(28) & 0xffffffffL);
        channel.position(0);
    }

    private static void requireChecksum(SeekableByteChannel channel, long from, long size, long stated)
            throws IOException {
        CRC32 crc = new CRC32();
        for (long at = from; at < from + size; ) {
            ByteBuffer part = read(channel, at, (int) Math.min(STEP, from + size - at));
            at += part.remaining();
            crc.update(part);
        }
        if (crc.getValue() != stated) {
            throw new BadInput(RejectReason.INTEGRITY, "its directory's checksum does not agree");
        }
    }

    private static long crc(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static ByteBuffer read(SeekableByteChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(from);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            continue;
        }
        return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
    }
}
