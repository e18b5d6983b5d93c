package dev.colophon.source.archive;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.SourceLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.tukaani.xz.LZMAInputStream;

/**
 * The start header of a 7z file (7zFormat.txt, "SignatureHeader"), checked before a library is let near it: its checksums,
 * and that what it points to lies in the file.
 */
final class SevenZipStart {
    private static final int LENGTH = 32;
    private static final int MOST_LEVELS = 4;
    private static final byte[] LZMA = {3, 1, 1};

    private SevenZipStart() {}

    /** @throws BadInput where the headers are not whole */
    static void require(SeekableByteChannel channel, SourceLimits limits) throws IOException {
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
        if (size > limits.decoderBytes()) {
            throw new BadInput(RejectReason.LIMIT_MEMORY, "a directory of " + size + " bytes");
        }
        ByteBuffer directory = read(channel, LENGTH + offset, (int) size);
        if (crc(directory.duplicate()) != (start.getInt(28) & 0xffffffffL)) {
            throw new BadInput(RejectReason.INTEGRITY, "its directory's checksum does not agree");
        }
        requireModest(channel, directory, limits);
        channel.position(0);
    }

    private static void requireModest(SeekableByteChannel channel, ByteBuffer first, SourceLimits limits)
            throws IOException {
        ByteBuffer directory = first;
        for (int level = 0; directory.hasRemaining() && level < MOST_LEVELS; level++) {
            SevenZipCounts.Encoded encoded = SevenZipCounts.require(directory);
            if (encoded == null) {
                return;
            }
            directory = decoded(channel, encoded, limits);
        }
    }

    /** The directory behind one that is compressed; nothing where that is done in another way than any writer does it. */
    private static ByteBuffer decoded(SeekableByteChannel channel, SevenZipCounts.Encoded encoded, SourceLimits limits)
            throws IOException {
        boolean lzma = Arrays.equals(encoded.coder(), LZMA) && encoded.properties().length == 5;
        if (!lzma || encoded.length() < 0 || encoded.at() < 0) {
            return ByteBuffer.allocate(0);
        }
        ByteBuffer properties = ByteBuffer.wrap(encoded.properties()).order(ByteOrder.LITTLE_ENDIAN);
        int dictionary = properties.getInt(1);
        long needed = (long) LZMAInputStream.getMemoryUsage(dictionary, properties.get(0)) << 10;
        if (encoded.unpackedLength() < 0
                || Math.max(needed, encoded.unpackedLength()) > limits.decoderBytes()
                || encoded.length() > limits.decoderBytes()) {
            throw new BadInput(RejectReason.LIMIT_MEMORY, "a directory of " + encoded.unpackedLength() + " bytes");
        }
        ByteBuffer packed = read(channel, LENGTH + encoded.at(), (int) encoded.length());
        try (LZMAInputStream in = new LZMAInputStream(
                new ByteArrayInputStream(packed.array(), packed.arrayOffset(), packed.limit()),
                encoded.unpackedLength(),
                properties.get(0),
                dictionary)) {
            in.enableRelaxedEndCondition(); // some writers end with a mark although the length is known
            return ByteBuffer.wrap(in.readNBytes((int) encoded.unpackedLength()));
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
        for (int count = 0; count >= 0 && bytes.hasRemaining(); ) {
            count = channel.read(bytes);
        }
        return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
    }
}
