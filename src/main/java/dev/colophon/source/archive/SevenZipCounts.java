package dev.colophon.source.archive;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a 7z directory (7zFormat.txt, "StreamsInfo") how many streams it promises, which the library makes room for before
 * it looks whether they are there.
 */
final class SevenZipCounts {
    private static final int HEADER = 0x01;
    private static final int ARCHIVE_PROPERTIES = 0x02;
    private static final int MAIN_STREAMS = 0x04;
    private static final int PACK_INFO = 0x06;
    private static final int UNPACK_INFO = 0x07;
    private static final int SUB_STREAMS = 0x08;
    private static final int SIZE = 0x09;
    private static final int CRC = 0x0a;
    private static final int FOLDER = 0x0b;
    private static final int UNPACK_SIZE = 0x0c;
    private static final int STREAMS_IN_FOLDER = 0x0d;
    private static final int ENCODED = 0x17;

    private final ByteBuffer bytes;
    private int folders;
    private long outputs;
    private long packedAt;
    private long packedLength;
    private byte @Nullable [] coder;
    private byte[] properties = new byte[0];
    private long unpackedLength;

    private SevenZipCounts(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** How the real directory is compressed, where this one only says where it is. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Encoded(long at, long length, byte[] coder, byte[] properties, long unpackedLength) {}

    /**
     * Checks a directory.
     *
     * @return where the real directory is; null where this is it
     * @throws BadInput where it promises more than it can hold
     */
    static @Nullable Encoded require(ByteBuffer directory) throws BadInput {
        SevenZipCounts counts = new SevenZipCounts(directory);
        int id = counts.id();
        if (id == ENCODED) {
            counts.streams();
            return counts.coder == null
                    ? null
                    : new Encoded(
                            counts.packedAt,
                            counts.packedLength,
                            counts.coder,
                            counts.properties,
                            counts.unpackedLength);
        }
        if (id == HEADER) {
            id = counts.id();
            if (id == ARCHIVE_PROPERTIES) {
                return null; // nobody writes them, and the library refuses them
            }
            if (id == MAIN_STREAMS) {
                counts.streams();
            }
        }
        return null;
    }

    private void streams() throws BadInput {
        int id = id();
        if (id == PACK_INFO) {
            packInfo();
            id = id();
        }
        if (id == UNPACK_INFO) {
            unpackInfo();
            id = id();
        }
        if (id == SUB_STREAMS && id() == STREAMS_IN_FOLDER) {
            long streams = 0;
            for (int i = 0; i < folders; i++) {
                streams += count(Long.MAX_VALUE >> 8) - 1;
                // Each but the last of a folder has its length here.
                requireRoom(streams);
            }
        }
    }

    private void packInfo() throws BadInput {
        packedAt = number();
        long streams = count(bytes.remaining());
        int id = id();
        if (id == SIZE) {
            for (long i = 0; i < streams; i++) {
                long size = number();
                packedLength = i == 0 ? size : packedLength;
            }
            id = id();
        }
        passDigests(id, streams);
    }

    private void unpackInfo() throws BadInput {
        if (id() != FOLDER) {
            throw damaged();
        }
        folders = (int) count(bytes.remaining());
        if (id() != 0) {
            throw damaged();
        }
        for (int i = 0; i < folders; i++) {
            folder();
        }
        if (id() != UNPACK_SIZE) {
            throw damaged();
        }
        requireRoom(outputs);
        for (long i = 0; i < outputs; i++) {
            long size = number();
            unpackedLength = i == 0 ? size : unpackedLength;
        }
        passDigests(id(), folders);
    }

    private void folder() throws BadInput {
        long coders = count(32);
        long inputs = 0;
        long itsOutputs = 0;
        for (long i = 0; i < coders; i++) {
            int flags = id();
            byte[] name = take(flags & 0xf);
            boolean simple = (flags & 0x10) == 0;
            inputs += simple ? 1 : count(32);
            itsOutputs += simple ? 1 : count(32);
            byte[] its = (flags & 0x20) != 0 ? take((int) count(bytes.remaining())) : new byte[0];
            boolean only = folders == 1 && coders == 1;
            coder = only ? name : null;
            properties = its;
        }
        long pairs = itsOutputs - 1;
        for (long i = 0; i < pairs * 2; i++) {
            number();
        }
        long packed = inputs - pairs;
        for (long i = 0; packed > 1 && i < packed; i++) {
            number();
        }
        outputs += itsOutputs;
    }

    /** Passes over checksums up to the end of the part. */
    private void passDigests(int first, long streams) throws BadInput {
        int id = first;
        if (id == CRC) {
            long defined = streams;
            if (id() == 0) {
                byte[] bits = take((int) ((streams + 7) / 8));
                defined = 0;
                for (byte each : bits) {
                    defined += Integer.bitCount(each & 0xff);
                }
            }
            requireRoom(defined * 4);
            take((int) defined * 4);
            id = id();
        }
        if (id != 0) {
            throw damaged();
        }
    }

    private long count(long most) throws BadInput {
        long count = number();
        if (count < 0 || count > most) {
            throw damaged();
        }
        return count;
    }

    private void requireRoom(long count) throws BadInput {
        if (count > bytes.remaining()) {
            throw new BadInput(
                    RejectReason.LIMIT_MEMORY,
                    "its directory promises " + count + " streams and has " + bytes.remaining() + " bytes for them");
        }
    }

    private byte[] take(int length) throws BadInput {
        if (length < 0 || length > bytes.remaining()) {
            throw damaged();
        }
        byte[] taken = new byte[length];
        bytes.get(taken);
        return taken;
    }

    private int id() throws BadInput {
        if (!bytes.hasRemaining()) {
            throw damaged();
        }
        return bytes.get() & 0xff;
    }

    /** A number of 1 to 9 bytes: the first one's leading ones say how many follow. */
    private long number() throws BadInput {
        int first = id();
        long value = 0;
        int mask = 0x80;
        for (int i = 0; i < 8; i++, mask >>= 1) {
            if ((first & mask) == 0) {
                return value | (long) (first & (mask - 1)) << (8 * i);
            }
            value |= (long) id() << (8 * i);
        }
        return value;
    }

    private static BadInput damaged() {
        return new BadInput(RejectReason.MALFORMED, "the 7z directory is damaged");
    }
}
