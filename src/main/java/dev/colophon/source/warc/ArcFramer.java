package dev.colophon.source.warc;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.SourceLimits;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds the records in an ARC's bytes, and goes on at the next line that is a record's header behind what it cannot read. */
final class ArcFramer implements Dialect.Framer {
    private static final int STEP = 1 << 16;

    private final ByteWindow bytes;
    private final SourceLimits limits;

    ArcFramer(ByteWindow bytes, SourceLimits limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    @Override
    public @Nullable Piece next() throws IOException {
        Blanks.pass(bytes);
        if (bytes.ensure(1) == 0) {
            return null;
        }
        int line = ArcHeader.lineEnd(bytes, 0);
        ArcHeader header = ArcHeader.at(bytes, 0);
        if (header == null) {
            boolean cut = line < 0 && bytes.visible() < ArcHeader.MOST_BYTES;
            return damaged(
                    1,
                    cut ? RejectReason.TRUNCATED : RejectReason.MALFORMED,
                    "expected a line with address, IP, date, type and length");
        }
        long most = Math.min(limits.documentBytes() + (1 << 20), Integer.MAX_VALUE >> 1);
        return header.length() > most ? tooLong(line + 1, header.length()) : whole(line + 1, (int) header.length());
    }

    private Piece whole(int header, int length) throws IOException {
        int end = header + length;
        int available = bytes.ensure(end);
        int next = available < end ? -1 : endOf(end);
        if (next < 0) {
            int swallowed = recordLine(header, available);
            String said = "the length " + length + " does not lead to the end of the record";
            return swallowed > 0
                    ? damaged(swallowed, RejectReason.MALFORMED, said)
                    : damaged(
                            available,
                            available < end ? RejectReason.TRUNCATED : RejectReason.MALFORMED,
                            available < end
                                    ? "the record ends after " + (available - header) + " of " + length + " bytes"
                                    : said);
        }
        Piece piece = new Piece(bytes.position(), next, bytes.slice(0, header), bytes.slice(header, end), null, null);
        bytes.consume(next);
        return piece;
    }

    /** Index behind a record and its blank lines; -1 where neither a record nor the end follows. */
    private int endOf(int end) throws IOException {
        int blanks = Blanks.from(bytes, end);
        int next = end + blanks;
        return blanks == Blanks.MOST || bytes.ensure(next + 1) <= next || ArcHeader.at(bytes, next) != null ? next : -1;
    }

    private Piece tooLong(int header, long length) throws IOException {
        if (bytes.length() >= 0 && bytes.position() + header + length > bytes.length()) {
            return damaged(
                    header, RejectReason.TRUNCATED, "the length " + length + " leads beyond the end of the input");
        }
        Span span = new Span(bytes);
        span.pass(header);
        long left = span.passAll(length);
        return left > 0
                ? span.piece(RejectReason.TRUNCATED, "the record lacks " + left + " of " + length + " bytes")
                : span.piece(RejectReason.LIMIT_SIZE, "a record of " + length + " bytes");
    }

    /** Passes over at least {@code atLeast} bytes and on to the next line that begins a record, or to the end. */
    private Piece damaged(int atLeast, RejectReason reason, String message) throws IOException {
        Span span = new Span(bytes);
        span.pass(bytes.ensure(Math.max(1, atLeast)));
        boolean lineBegins = atLeast > 1;
        while (bytes.ensure(1) > 0 && !(lineBegins && ArcHeader.at(bytes, 0) != null)) {
            int line = ArcHeader.lineEnd(bytes, 0);
            span.pass(line < 0 ? Math.min(STEP, bytes.visible()) : line + 1);
            lineBegins = line >= 0;
        }
        return span.piece(reason, message);
    }

    /** Index of the first line within the visible bytes that begins a record; -1 where there is none. */
    private int recordLine(int from, int to) throws IOException {
        for (int i = from; i + 1 < to; i++) {
            if (bytes.at(i) == '\n' && ArcHeader.at(bytes, i + 1) != null) {
                return i + 1;
            }
        }
        return -1;
    }
}
