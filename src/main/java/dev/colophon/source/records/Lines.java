package dev.colophon.source.records;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The lines of a window, each with its place. A line is held in memory up to a limit, and passed over beyond it. */
public final class Lines {
    private final ByteWindow bytes;
    private final long limit;

    Lines(ByteWindow bytes, long limit) {
        this.bytes = bytes;
        this.limit = limit;
    }

    /**
     * A line without its end.
     *
     * @param offset position of its first byte
     * @param length its bytes
     * @param content the bytes; null where it is longer than the limit. Good until the next line.
     * @param sha256 hash of a line that is too long; null for others
     */
    record Line(
            long offset,
            long length,
            ByteWindow.@Nullable ByteSlice content,
            @Nullable String sha256) {
        boolean isBlank() {
            for (int i = 0; content != null && i < content.length(); i++) {
                byte unit = content.at(i);
                if (unit != ' ' && unit != '\t' && unit != '\r' && unit != 0x1e) {
                    return false;
                }
            }
            return content != null;
        }
    }

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException {
        if (bytes.ensure(1) == 0) {
            return null;
        }
        long offset = bytes.position();
        int scanned = 0;
        while (scanned <= limit) {
            int end = newline(scanned);
            if (end >= 0) {
                return line(offset, end, end + 1);
            }
            scanned = bytes.visible();
            if (bytes.ensure(scanned + 1) == scanned) {
                return scanned > limit ? passOver(offset) : line(offset, scanned, scanned);
            }
        }
        return passOver(offset);
    }

    private int newline(int from) {
        for (int i = from; i < bytes.visible(); i++) {
            if (bytes.at(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    private Line line(long offset, int end, int behind) throws IOException {
        if (end > limit) {
            return passOver(offset);
        }
        int length = end > 0 && bytes.at(end - 1) == '\r' ? end - 1 : end;
        ByteWindow.ByteSlice content = bytes.slice(0, length);
        bytes.consume(behind);
        return new Line(offset, length, content, null);
    }

    private Line passOver(long offset) throws IOException {
        MessageDigest digest = Hashes.sha256();
        long length = 0;
        while (bytes.ensure(1) > 0) {
            int end = newline(0);
            int step = end < 0 ? bytes.visible() : end;
            ByteWindow.ByteSlice slice = bytes.slice(0, step);
            digest.update(slice.array(), slice.offset(), slice.length());
            length += step;
            bytes.consume(end < 0 ? step : step + 1);
            if (end >= 0) {
                break;
            }
        }
        return new Line(offset, length, null, HexFormat.of().formatHex(digest.digest()));
    }
}
