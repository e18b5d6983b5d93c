package dev.colophon.source.compress;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.Budget;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.WindowStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a decoder gives, bounded: damage, a missing end, too large a window and an expansion beyond the limit are
 * {@link BadInput}s. The decoder is opened with the first byte.
 */
public final class DecodedBytes extends ByteWindow implements AutoCloseable {
    /** Opens a decoder over compressed bytes. */
    @FunctionalInterface
    public interface Decoder {
        InputStream open(InputStream compressed) throws IOException;
    }

    private final Place place;
    private final ByteWindow input;
    private final WindowStream compressed;
    private final Decoder decoder;
    private final long startedAt;
    private @Nullable InputStream stream;
    private long produced;

    /**
     * The decompressed bytes of a window, which are opened when they are first read.
     *
     * @param place where the compressed bytes lie
     * @param input the compressed bytes, from its position on
     */
    public DecodedBytes(Place place, ByteWindow input, Decoder decoder) {
        this.place = place;
        this.input = input;
        this.compressed = new WindowStream(input);
        this.decoder = decoder;
        this.startedAt = input.position();
    }

    @Override
    protected int fill(byte[] into, int offset, int length) throws IOException {
        int count;
        try {
            InputStream open = stream;
            if (open == null) {
                open = decoder.open(compressed);
                stream = open;
            }
            count = read(open, into, offset, length);
        } catch (IOException | RuntimeException broken) {
            throw explained(broken);
        }
        if (count > 0) {
            produced += count;
            checkRatio();
            place.reading().budget().produced(count);
        }
        return count;
    }

    /** Some decoders give 0 bytes in between, which is no end. */
    private static int read(InputStream open, byte[] into, int offset, int length) throws IOException {
        int count = open.read(into, offset, length);
        if (count != 0) {
            return count;
        }
        int one = open.read();
        if (one < 0) {
            return -1;
        }
        into[offset] = (byte) one;
        return 1;
    }

    private void checkRatio() throws BadInput {
        long stored = Math.max(1, input.position() - startedAt);
        if (produced > Budget.FREE_EXPANSION
                && produced / stored >= place.limits().expansionRatio()) {
            throw new BadInput(
                    RejectReason.LIMIT_RATIO,
                    "more than " + place.limits().expansionRatio() + " times its size: " + stored + " bytes gave "
                            + produced + " so far");
        }
    }

    private IOException explained(Exception broken) {
        IOException fault = compressed.fault();
        if (fault != null) {
            return fault;
        }
        if (broken instanceof BadInput known) {
            return known;
        }
        String message = String.valueOf(broken.getMessage());
        if (broken instanceof org.apache.commons.compress.MemoryLimitException
                || broken instanceof org.tukaani.xz.MemoryLimitException
                || message.contains("too much memory")) {
            return new BadInput(RejectReason.LIMIT_MEMORY, "its decoder would take too much memory: " + message);
        }
        if (isChecksum(message.toLowerCase(Locale.ROOT))) {
            return new BadInput(RejectReason.INTEGRITY, "its checksum does not agree: " + message);
        }
        return compressed.ended()
                ? new BadInput(
                        RejectReason.TRUNCATED,
                        "the compressed data ends early, after " + produced + " bytes came of it")
                : new BadInput(
                        RejectReason.MALFORMED,
                        "damaged data near byte " + input.position() + ", after " + produced + " bytes came of it: "
                                + message);
    }

    /** How the decoders put it. */
    private static boolean isChecksum(String message) {
        return message.contains("checksum") || message.contains("crc error") || message.contains("integrity check");
    }

    @Override
    public void close() {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException | RuntimeException alreadyBroken) {
                stream = null; // it was only read, and what it gave has been judged
            }
        }
    }
}
