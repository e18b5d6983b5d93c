package dev.colophon.source.compress;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.Budget;
import dev.colophon.source.format.ByteWindow;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The content of one gzip member (RFC 1952). It leaves its input exactly behind the member, and checks the trailer's
 * CRC-32 and length before it says that it has ended. Damage, a missing end and an expansion beyond the limit are
 * {@link BadInput}s.
 */
public final class GzipMember extends ByteWindow implements AutoCloseable {
    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int FEED = 1 << 15;
    private static final int MOST_NAME_BYTES = 1 << 16;

    private final ByteWindow input;
    private final int ratio;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final long startedAt;
    private long produced;
    private boolean opened;
    private boolean ended;

    /** A member that begins at the input's position. Its header is read with the first byte. */
    public GzipMember(ByteWindow input, int expansionRatio) {
        this.input = input;
        this.ratio = expansionRatio;
        this.startedAt = input.position();
    }

    /** Whether the two bytes that gzip begins with stand here. */
    public static boolean magicAt(ByteWindow bytes, int index) throws IOException {
        return bytes.ensure(index + 2) == index + 2 && bytes.at(index) == 0x1f && bytes.at(index + 1) == (byte) 0x8b;
    }

    /** Whether a gzip member begins here: magic, deflate, no reserved flag. */
    public static boolean beginsAt(ByteWindow bytes, int index) throws IOException {
        return bytes.ensure(index + 4) == index + 4
                && bytes.at(index) == 0x1f
                && bytes.at(index + 1) == (byte) 0x8b
                && bytes.at(index + 2) == 8
                && (bytes.at(index + 3) & 0xe0) == 0;
    }

    /** Whether the member was read to its end and its trailer agreed. */
    public boolean ended() {
        return ended;
    }

    @Override
    protected int fill(byte[] into, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        if (!opened) {
            readHeader();
            opened = true;
        }
        int count = inflate(into, offset, length);
        if (count > 0) {
            crc.update(into, offset, count);
            produced += count;
            checkRatio();
            return count;
        }
        checkTrailer();
        ended = true;
        return -1;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            while (!inflater.finished()) {
                feed();
                int before = inflater.getRemaining();
                int count = inflater.inflate(into, offset, length);
                input.consume(before - inflater.getRemaining());
                if (count > 0) {
                    return count;
                }
                if (inflater.needsDictionary()) {
                    throw new BadInput(RejectReason.MALFORMED, "the gzip member needs a preset dictionary");
                }
            }
            return 0;
        } catch (DataFormatException broken) {
            throw new BadInput(
                    RejectReason.MALFORMED,
                    "damaged deflate data near byte " + input.position() + ": " + broken.getMessage());
        }
    }

    private void feed() throws IOException {
        if (input.ensure(1) == 0) {
            throw truncated();
        }
        ByteSlice next = input.slice(0, Math.min(input.visible(), FEED));
        inflater.setInput(next.array(), next.offset(), next.length());
    }

    private BadInput truncated() {
        return new BadInput(
                RejectReason.TRUNCATED,
                "the gzip member at byte " + startedAt + " ends at byte " + input.position() + " before its trailer");
    }

    private void checkRatio() throws BadInput {
        long stored = Math.max(1, input.position() - startedAt);
        if (produced > Budget.FREE_EXPANSION && produced / stored >= ratio) {
            throw new BadInput(
                    RejectReason.LIMIT_RATIO,
                    "more than " + ratio + " times its size: " + stored + " bytes gave " + produced + " so far");
        }
    }

    private void checkTrailer() throws IOException {
        if (input.ensure(TRAILER) < TRAILER) {
            input.consume(input.visible());
            throw truncated();
        }
        long expected = littleEndian(0);
        long length = littleEndian(4);
        input.consume(TRAILER);
        if (expected != crc.getValue() || length != (produced & 0xffffffffL)) {
            throw new BadInput(
                    RejectReason.INTEGRITY,
                    "the gzip trailer states CRC-32 " + Long.toHexString(expected) + " and " + length + " bytes, found "
                            + Long.toHexString(crc.getValue()) + " and " + produced);
        }
    }

    private long littleEndian(int index) {
        return (input.at(index) & 0xffL)
                | (input.at(index + 1) & 0xffL) << 8
                | (input.at(index + 2) & 0xffL) << 16
                | (input.at(index + 3) & 0xffL) << 24;
    }

    private void readHeader() throws IOException {
        need(HEADER);
        if (!beginsAt(input, 0)) {
            throw new BadInput(
                    RejectReason.MALFORMED, "expected a gzip member with deflate data at byte " + input.position());
        }
        int flags = input.at(3);
        input.consume(HEADER);
        if ((flags & 4) != 0) {
            need(2);
            int extra = (input.at(0) & 0xff) | (input.at(1) & 0xff) << 8;
            need(2 + extra);
            input.consume(2 + extra);
        }
        if ((flags & 8) != 0) {
            skipName();
        }
        if ((flags & 16) != 0) {
            skipName();
        }
        if ((flags & 2) != 0) {
            need(2);
            input.consume(2);
        }
    }

    private void need(int count) throws IOException {
        if (input.ensure(count) < count) {
            input.consume(input.visible());
            throw truncated();
        }
    }

    private void skipName() throws IOException {
        for (int length = 0; length < MOST_NAME_BYTES; length++) {
            need(1);
            boolean last = input.at(0) == 0;
            input.consume(1);
            if (last) {
                return;
            }
        }
        throw new BadInput(
                RejectReason.MALFORMED, "a name of more than " + MOST_NAME_BYTES + " bytes in the gzip header");
    }

    @Override
    public void close() {
        inflater.end();
    }
}
