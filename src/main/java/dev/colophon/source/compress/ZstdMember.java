package dev.colophon.source.compress;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Place;
import java.io.IOException;
import java.io.InputStream;

/** One zstd frame, decompressed. Its checksum, where it has one, is verified before its end is given. */
public final class ZstdMember implements AutoCloseable {
    private static final int HEADER = 8;

    private final ZstdFrame frame;
    private final DecodedBytes content;

    /**
     * The frame at the window's position.
     *
     * @param dictionary what it may be compressed with; empty for none
     */
    public ZstdMember(Place place, ByteWindow bytes, byte[] dictionary) {
        this.frame = new ZstdFrame(bytes);
        this.content = new DecodedBytes(place, frame, in -> open(place, in, dictionary));
    }

    private static InputStream open(Place place, InputStream in, byte[] dictionary) throws IOException {
        ZstdInputStreamNoFinalizer stream = Codec.zstd(in, place.limits());
        return dictionary.length == 0 ? stream : stream.setDict(dictionary);
    }

    /** Whether a frame with content begins here. */
    public static boolean beginsAt(ByteWindow bytes, int index) throws IOException {
        return ZstdFrame.beginsAt(bytes, index);
    }

    /** Whether a frame that decoders pass over begins here. */
    public static boolean skippableAt(ByteWindow bytes, int index) throws IOException {
        return ZstdFrame.skippableAt(bytes, index);
    }

    /** Length of the skippable frame at the position without its header of 8 bytes; -1 where that is cut off. */
    public static long skippableLength(ByteWindow bytes) throws IOException {
        return ZstdFrame.skippableLength(bytes);
    }

    /** Passes over skippable frames; over what is left where one is cut off. */
    public static void skipFrames(ByteWindow bytes) throws IOException {
        while (skippableAt(bytes, 0)) {
            long left = Math.max(0, skippableLength(bytes)) + HEADER;
            while (left > 0 && bytes.ensure(1) > 0) {
                int step = (int) Math.min(left, bytes.visible());
                bytes.consume(step);
                left -= step;
            }
        }
    }

    /** The content. */
    public ByteWindow content() {
        return content;
    }

    /** Whether it was read to its end. */
    public boolean ended() {
        return frame.ended();
    }

    @Override
    public void close() {
        content.close();
    }
}
