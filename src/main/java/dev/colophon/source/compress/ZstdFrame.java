package dev.colophon.source.compress;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import java.io.IOException;

/**
 * The stored bytes of one zstd frame (RFC 8878), whose end its blocks tell without decompression. Reading them leaves the
 * input exactly behind the frame.
 */
public final class ZstdFrame extends ByteWindow {
    private static final int SKIPPABLE_HEADER = 8;
    private static final int MOST_BLOCK_BYTES = 1 << 17;

    private final ByteWindow input;
    private long left;
    private boolean started;
    private boolean lastBlock;
    private boolean trailer;
    private boolean ended;

    /** The frame that begins at the input's position. */
    public ZstdFrame(ByteWindow input) {
        this.input = input;
    }

    /** Whether a frame with content begins here. */
    public static boolean beginsAt(ByteWindow bytes, int index) throws IOException {
        return bytes.startsWith(index, "(\u00b5/\u00fd");
    }

    /** Whether a frame that decoders pass over begins here. */
    public static boolean skippableAt(ByteWindow bytes, int index) throws IOException {
        return bytes.ensure(index + 4) == index + 4
                && (bytes.at(index) & 0xf0) == 0x50
                && bytes.startsWith(index + 1, "*M\u0018");
    }

    /** Length of the content of a skippable frame at the position; -1 where its header is cut off. */
    public static long skippableLength(ByteWindow bytes) throws IOException {
        return bytes.ensure(SKIPPABLE_HEADER) < SKIPPABLE_HEADER ? -1 : number(bytes, 4, 4);
    }

    /** Whether the frame was read to its end. */
    public boolean ended() {
        return ended;
    }

    @Override
    protected int fill(byte[] into, int offset, int length) throws IOException {
        while (left == 0) {
            if (ended) {
                return -1;
            }
            advance();
        }
        if (input.ensure(1) == 0) {
            throw truncated();
        }
        int count = (int) Math.min(Math.min(length, input.visible()), left);
        ByteSlice slice = input.slice(0, count);
        System.arraycopy(slice.array(), slice.offset(), into, offset, count);
        input.consume(count);
        left -= count;
        return count;
    }

    private void advance() throws IOException {
        if (!started) {
            started = true;
            left = headerLength();
        } else if (!lastBlock) {
            left = block();
        } else if (trailer) {
            trailer = false;
            left = 4;
        } else {
            ended = true;
        }
    }

    private long headerLength() throws IOException {
        need(5);
        if (!beginsAt(input, 0)) {
            throw new BadInput(RejectReason.MALFORMED, "expected a zstd frame at byte " + input.position());
        }
        int descriptor = input.at(4) & 0xff;
        boolean single = (descriptor & 0x20) != 0;
        trailer = (descriptor & 4) != 0;
        int dictionary = new int[] {0, 1, 2, 4}[descriptor & 3];
        int size = new int[] {single ? 1 : 0, 2, 4, 8}[descriptor >> 6];
        return 5L + (single ? 0 : 1) + dictionary + size;
    }

    private long block() throws IOException {
        need(3);
        long header = number(input, 0, 3);
        lastBlock = (header & 1) != 0;
        int type = (int) (header >> 1 & 3);
        long size = header >> 3;
        if (type == 3 || (size > MOST_BLOCK_BYTES && type != 1)) {
            throw new BadInput(RejectReason.MALFORMED, "no zstd block at byte " + input.position());
        }
        return 3 + (type == 1 ? 1 : size);
    }

    private void need(int count) throws IOException {
        if (input.ensure(count) < count) {
            input.consume(input.visible());
            throw truncated();
        }
    }

    private BadInput truncated() {
        return new BadInput(RejectReason.TRUNCATED, "the zstd frame ends early, at byte " + input.position());
    }

    private static long number(ByteWindow bytes, int index, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | (bytes.at(index + i) & 0xff);
        }
        return value;
    }
}
