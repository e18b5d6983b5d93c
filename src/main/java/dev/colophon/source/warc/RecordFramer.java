package dev.colophon.source.warc;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.SourceLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the WARC records in a stream of bytes (WARC 1.1, section 4) and goes on at the next line {@code WARC/1.} behind
 * what it cannot read. Understands nothing of a record but its length.
 *
 * <p>A record whose length is wrong by a few bytes at most is believed. Where the block swallows a line that begins a record,
 * reading goes on at that line; where more is left behind the block, the record is cut and damaged as a whole.
 */
final class RecordFramer implements Dialect.Framer {
    /** Addresses of a megabyte have been seen: {@code data:} and what scripts put together. */
    private static final int MOST_HEADER_BYTES = 3 << 19;
    /** Room for HTTP headers, and for a payload whose transfer encoding takes more than the payload. */
    private static final long HEADROOM = 1 << 20;

    /** A writer that counts wrong by a line break or a few characters is forgiven. */
    private static final int MOST_STRAY_BYTES = 8;

    /** Bytes from which the beginning of a record can be told, so that it is found when more have come. */
    private static final int KEPT = 16;

    static final String END = "\r\n\r\n";

    /** A byte order mark, as editors and wrong conversions leave it. */
    static final String MARK = "\u00ef\u00bb\u00bf";

    private static final String VERSION = "WARC/1.";
    private static final long UNKNOWN = -1;

    private final ByteWindow bytes;
    private final long mostBlockBytes;
    private final long endsAt;

    /**
     * @param bytes where the records lie
     * @param limits what one payload may take
     * @param endsAt length of all the bytes; -1 where unknown
     */
    RecordFramer(ByteWindow bytes, SourceLimits limits, long endsAt) {
        this.bytes = bytes;
        this.mostBlockBytes = Math.min(limits.documentBytes() + HEADROOM, Integer.MAX_VALUE >> 1);
        this.endsAt = endsAt;
    }

    @Override
    public @Nullable Piece next() throws IOException {
        if (bytes.position() == 0 && bytes.startsWith(0, MARK)) {
            bytes.consume(MARK.length());
        }
        Blanks.pass(bytes);
        if (bytes.ensure(1) == 0) {
            return null;
        }
        if (endsInVersion(0)) {
            return damaged(0, RejectReason.TRUNCATED, "the record ends within its first line");
        }
        if (!beginsRecord(0)) {
            RejectReason reason = bytes.startsWith(0, "WARC/") ? RejectReason.UNSUPPORTED : RejectReason.MALFORMED;
            return damaged(0, reason, "expected a line WARC/1.0 or WARC/1.1");
        }
        int header = headerLength();
        if (header < -1) {
            return damaged(-header, RejectReason.MALFORMED, "the record ends within its header");
        }
        if (header < 0) {
            boolean ended = bytes.visible() < MOST_HEADER_BYTES;
            return damaged(
                    1,
                    ended ? RejectReason.TRUNCATED : RejectReason.LIMIT_SIZE,
                    ended
                            ? "the record ends within its header"
                            : "the record's header is longer than " + MOST_HEADER_BYTES + " bytes");
        }
        long length = contentLength(header);
        if (length == UNKNOWN) {
            return damaged(header, RejectReason.MALFORMED, "the record's header states no usable Content-Length");
        }
        return length > mostBlockBytes ? tooLong(header, length) : whole(header, header + (int) length);
    }

    /** Bytes of the record at the position, without the blank lines behind it; -1 where its header does not say. */
    long peekLength() throws IOException {
        int header = beginsRecord(0) ? headerLength() : -1;
        long length = header < 0 ? UNKNOWN : contentLength(header);
        return length == UNKNOWN ? -1 : header + length;
    }

    private Piece whole(int header, int end) throws IOException {
        int available = bytes.ensure(end);
        int gap = available < end ? -1 : gapBehind(end);
        int swallowed = gap < 0 ? recordLine(header, available) : -1;
        if (swallowed > 0) {
            return damaged(
                    swallowed,
                    RejectReason.MALFORMED,
                    "Content-Length " + (end - header) + " reaches into the next record");
        }
        if (available < end) {
            return damaged(
                    available,
                    RejectReason.TRUNCATED,
                    "the record's block ends after " + (available - header) + " of " + (end - header) + " bytes");
        }
        if (gap < 0) {
            return damaged(
                    end,
                    RejectReason.MALFORMED,
                    "Content-Length " + (end - header) + " does not lead to the end of the record");
        }
        int next = end + gap + Blanks.from(bytes, end + gap);
        Piece piece = new Piece(bytes.position(), next, bytes.slice(0, header), bytes.slice(header, end), null, null);
        bytes.consume(next);
        return piece;
    }

    /** Bytes between a block and the blank lines before the next record or the end; -1 for more than a slip. */
    private int gapBehind(int end) throws IOException {
        for (int gap = 0; gap <= MOST_STRAY_BYTES; gap++) {
            int blanks = Blanks.from(bytes, end + gap);
            int next = end + gap + blanks;
            if (blanks == Blanks.MOST || bytes.ensure(next + 1) <= next || beginsRecord(next) || endsInVersion(next)) {
                return gap;
            }
        }
        // A record that ends as it should is whole, whatever has become of the one behind it.
        return bytes.startsWith(end, END) ? 0 : -1;
    }

    private Piece tooLong(int header, long length) throws IOException {
        if (endsAt >= 0 && bytes.position() + header + length > endsAt) {
            return damaged(
                    header,
                    RejectReason.TRUNCATED,
                    "Content-Length " + length + " leads beyond the end of the input at byte " + endsAt);
        }
        Span span = new Span(bytes);
        span.pass(header);
        long left = span.passAll(length);
        return left > 0
                ? span.piece(RejectReason.TRUNCATED, "the record's block lacks " + left + " of " + length + " bytes")
                : span.piece(
                        RejectReason.LIMIT_SIZE,
                        "a block of " + length + " bytes, at most " + mostBlockBytes + " are read");
    }

    /** Passes over at least {@code atLeast} bytes and on to the next line that begins a record, or to the end. */
    private Piece damaged(int atLeast, RejectReason reason, String message) throws IOException {
        Span span = new Span(bytes);
        span.pass(bytes.ensure(Math.max(1, atLeast)));
        while (bytes.ensure(1) > 0 && !beginsRecord(0)) {
            int line = recordLine(0, bytes.visible());
            span.pass(line >= 0 ? line : Math.max(1, bytes.visible() - KEPT));
        }
        return span.piece(reason, message);
    }

    /**
     * Index of the first record within the visible bytes; -1 where there is none. A record begins a line, unless what was
     * before it is cut off: then its second line must be a field too.
     */
    private int recordLine(int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            if (bytes.at(i) == 'W' && isRecordLine(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isRecordLine(int index) throws IOException {
        return index > 0 && beginsRecord(index) && (bytes.at(index - 1) == '\n' || hasField(index));
    }

    private boolean hasField(int index) throws IOException {
        int line = index + VERSION.length() + 1;
        return bytes.startsWith(line, "\r\nWARC-") || bytes.startsWith(line, "\nWARC-");
    }

    private boolean beginsRecord(int index) throws IOException {
        return bytes.startsWith(index, VERSION) || bytes.startsWith(index, "WARC/0.");
    }

    /** Whether the stream ends within the first characters of a record. */
    private boolean endsInVersion(int index) throws IOException {
        int left = bytes.ensure(index + VERSION.length()) - index;
        return left > 0 && left < VERSION.length() && bytes.startsWith(index, VERSION.substring(0, left));
    }

    /**
     * Length of the header with its blank line; -1 where there is none within the bytes that a header may take. Where a record
     * begins before, its index, negative: what looks like thousands of beginnings is passed over once.
     */
    private int headerLength() throws IOException {
        for (int i = 0; i < MOST_HEADER_BYTES && bytes.ensure(i + 2) == i + 2; i++) {
            if (bytes.at(i) == 'W' && isRecordLine(i)) {
                return -i;
            }
            if (bytes.at(i) == '\n') {
                if (bytes.at(i + 1) == '\n') {
                    return i + 2;
                }
                if (bytes.at(i + 1) == '\r' && bytes.ensure(i + 3) == i + 3 && bytes.at(i + 2) == '\n') {
                    return i + 3;
                }
            }
        }
        return -1;
    }

    private long contentLength(int header) {
        String text = new String(bytes.slice(0, header).copy(), StandardCharsets.ISO_8859_1);
        long found = UNKNOWN;
        for (String line : text.split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0
                    && line.substring(0, colon).strip().toLowerCase(Locale.ROOT).equals("content-length")) {
                long length = digits(line.substring(colon + 1).strip());
                if (length == UNKNOWN || (found != UNKNOWN && found != length)) {
                    return UNKNOWN;
                }
                found = length;
            }
        }
        return found;
    }

    private static long digits(String text) {
        if (text.isEmpty() || text.length() > 18) {
            return UNKNOWN;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return UNKNOWN;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
