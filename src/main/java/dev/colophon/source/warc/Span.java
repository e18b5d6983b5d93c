package dev.colophon.source.warc;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Bytes that are passed over, with their hash. */
final class Span {
    private final ByteWindow bytes;
    private final long start;
    private final MessageDigest digest = Hashes.sha256();

    Span(ByteWindow bytes) {
        this.bytes = bytes;
        this.start = bytes.position();
    }

    /** Passes over visible bytes. */
    void pass(int count) {
        ByteWindow.ByteSlice slice = bytes.slice(0, count);
        digest.update(slice.array(), slice.offset(), slice.length());
        bytes.consume(count);
    }

    /** Passes over bytes that need not be visible; returns how many are missing at the end of the stream. */
    long passAll(long count) throws IOException {
        long left = count;
        while (left > 0 && bytes.ensure(1) > 0) {
            int step = (int) Math.min(left, bytes.visible());
            pass(step);
            left -= step;
        }
        return left;
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    Piece piece(RejectReason reason, String message) {
        return new Piece(start, bytes.position() - start, null, null, new BadInput(reason, message), sha256());
    }
}
