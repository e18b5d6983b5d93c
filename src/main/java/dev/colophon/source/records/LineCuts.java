package dev.colophon.source.records;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.stream.LongStream;

/** Where a file of lines may be cut: at the first line that begins behind each multiple of a length. */
final class LineCuts {
    private static final int STEP = 1 << 16;

    private LineCuts() {}

    static long[] of(SeekableByteChannel bytes, long every) throws IOException {
        LongStream.Builder cuts = LongStream.builder();
        long length = bytes.size();
        long at = Math.max(1, every);
        while (at < length) {
            long line = nextLine(bytes, at, length);
            if (line < length) {
                cuts.add(line);
            }
            at = Math.max(at, line) + Math.max(1, every);
        }
        return cuts.build().toArray();
    }

    private static long nextLine(SeekableByteChannel bytes, long from, long length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(STEP);
        bytes.position(from - 1);
        for (long at = from - 1; at < length; at += buffer.limit()) {
            buffer.clear();
            if (bytes.read(buffer) <= 0) {
                return length;
            }
            buffer.flip();
            for (int i = 0; i < buffer.limit(); i++) {
                if (buffer.get(i) == '\n') {
                    return at + i + 1;
                }
            }
        }
        return length;
    }
}
