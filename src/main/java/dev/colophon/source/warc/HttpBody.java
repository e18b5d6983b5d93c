package dev.colophon.source.warc;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow.ByteSlice;
import dev.colophon.source.format.SourceLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Undoes the transfer and content encodings of an HTTP body (RFC 9112, section 7; RFC 9110, section 8.4), bounded. Crawlers
 * often store a body decoded and leave the headers as they were: a body that is not encoded as declared is taken as it is.
 */
final class HttpBody {
    private static final long FREE_EXPANSION = 1 << 20;
    private static final int MOST_ENCODINGS = 4;
    private static final int ZSTD_WINDOW_LOG = 23;

    /** What servers write for no encoding at all. */
    private static final Set<String> NONE = Set.of("", "identity", "none", "utf-8", "binary", "8bit");

    private final SourceLimits limits;

    HttpBody(SourceLimits limits) {
        this.limits = limits;
    }

    /** What a payload may take. */
    SourceLimits limits() {
        return limits;
    }

    /**
     * The payload.
     *
     * @param stored the body as it came over the wire
     * @param chunked whether the headers declare chunked transfer
     * @param contentEncoding the Content-Encoding header: {@code "gzip, br"}; empty where there was none
     * @param cut whether the crawler says that it cut the body: what can be decoded is then enough
     */
    byte[] decode(ByteSlice stored, boolean chunked, String contentEncoding, boolean cut) throws BadInput {
        ByteSlice body = chunked ? unchunked(stored, cut) : stored;
        for (String encoding : encodings(contentEncoding)) {
            byte[] decoded = undo(body, encoding, cut);
            body = new ByteSlice(decoded, 0, decoded.length);
        }
        if (body.length() > limits.documentBytes()) {
            throw tooLong();
        }
        return body.offset() == 0 && body.length() == body.array().length && body.array() != stored.array()
                ? body.array()
                : body.copy();
    }

    private BadInput tooLong() {
        return new BadInput(RejectReason.LIMIT_SIZE, "a payload of more than " + limits.documentBytes() + " bytes");
    }

    private static List<String> encodings(String header) throws BadInput {
        List<String> inOrder = new ArrayList<>();
        for (String name : header.split(",")) {
            String encoding = name.strip().toLowerCase(Locale.ROOT);
            if (!NONE.contains(encoding)) {
                inOrder.add(encoding);
            }
        }
        if (inOrder.size() > MOST_ENCODINGS) {
            throw new BadInput(RejectReason.LIMIT_DEPTH, inOrder.size() + " content encodings on top of each other");
        }
        Collections.reverse(inOrder);
        return inOrder;
    }

    private byte[] undo(ByteSlice body, String encoding, boolean cut) throws BadInput {
        if (body.length() == 0 || !looksEncoded(body, encoding)) {
            return body.copy();
        }
        ByteArrayInputStream in = new ByteArrayInputStream(body.array(), body.offset(), body.length());
        return switch (encoding) {
            case "gzip", "x-gzip" -> read(() -> new GZIPInputStream(in), in, encoding, cut);
            case "deflate" -> read(() -> inflated(body, in), in, encoding, cut);
            case "zstd" -> read(() -> zstd(in), in, encoding, cut);
            case "br" -> read(() -> new BrotliInputStream(in), in, encoding, cut);
            default -> throw new BadInput(RejectReason.UNSUPPORTED, "unknown content encoding " + encoding);
        };
    }

    private static boolean looksEncoded(ByteSlice body, String encoding) {
        return switch (encoding) {
            case "gzip", "x-gzip" -> body.length() > 1 && body.at(0) == 0x1f && body.at(1) == (byte) 0x8b;
            case "zstd" ->
                body.length() > 3 && body.at(1) == (byte) 0xb5 && body.at(2) == 0x2f && body.at(3) == (byte) 0xfd;
            default -> true;
        };
    }

    /** "deflate" means zlib, and half of the servers send raw deflate. */
    private static InputStream inflated(ByteSlice body, InputStream in) {
        boolean zlib = body.length() > 1
                && (body.at(0) & 0x0f) == 8
                && ((body.at(0) & 0xff) << 8 | (body.at(1) & 0xff)) % 31 == 0;
        return new InflaterInputStream(in, new Inflater(!zlib));
    }

    /** RFC 9659: a window of 8 MB at most. */
    private static InputStream zstd(InputStream in) throws IOException {
        return new ZstdInputStreamNoFinalizer(in).setLongMax(ZSTD_WINDOW_LOG);
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private byte[] read(Opening opening, ByteArrayInputStream stored, String encoding, boolean cut) throws BadInput {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = stored.available();
        try (InputStream in = opening.open()) {
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
                check(out.size(), Math.max(1, length - stored.available()));
            }
        } catch (BadInput limit) {
            throw limit;
        } catch (EOFException early) {
            if (!cut || out.size() == 0) {
                throw new BadInput(
                        RejectReason.TRUNCATED, "the " + encoding + " body ends early, after " + out.size() + " bytes");
            }
        } catch (IOException | RuntimeException broken) {
            if (!cut || out.size() == 0) {
                throw new BadInput(
                        RejectReason.ENCODING,
                        "the body is no " + encoding + " data behind " + out.size() + " bytes: " + broken.getMessage());
            }
        }
        return out.toByteArray();
    }

    /** Against the bytes that were read so far: a bomb shows itself long before its end. */
    private void check(long produced, long stored) throws BadInput {
        if (produced > FREE_EXPANSION && produced / stored >= limits.expansionRatio()) {
            throw new BadInput(
                    RejectReason.LIMIT_RATIO,
                    "the body expands more than " + limits.expansionRatio() + " times: " + stored + " bytes gave "
                            + produced + " so far");
        }
        if (produced > limits.documentBytes()) {
            throw tooLong();
        }
    }

    /**
     * The chunks' content. A body whose first chunk is none was stored without chunks; one that ends early gives what came;
     * one that goes on with what is no chunk is damaged.
     */
    private static ByteSlice unchunked(ByteSlice body, boolean cut) throws BadInput {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length());
        int at = 0;
        while (at < body.length()) {
            int line = lineEnd(body, at);
            long size = line < 0 ? -1 : chunkSize(body, at, line);
            if (size < 0 && out.size() > 0 && line > 0 && !cut) {
                throw new BadInput(
                        RejectReason.MALFORMED, "expected the length of a chunk behind " + out.size() + " bytes");
            }
            if (size < 0) {
                break;
            }
            if (size == 0) {
                return new ByteSlice(out.toByteArray(), 0, out.size());
            }
            int take = (int) Math.min(size, body.length() - line);
            int end = line + take;
            if (out.size() == 0 && take == size && !lineBreakAt(body, end)) {
                return body;
            }
            out.write(body.array(), body.offset() + line, take);
            at = lineEnd(body, end) < 0 ? body.length() : lineEnd(body, end);
        }
        return out.size() == 0 ? body : new ByteSlice(out.toByteArray(), 0, out.size());
    }

    private static boolean lineBreakAt(ByteSlice body, int index) {
        return index >= body.length() || body.at(index) == '\r' || body.at(index) == '\n';
    }

    /** Index behind the line's end; -1 where the line does not end. */
    private static int lineEnd(ByteSlice body, int from) {
        for (int i = from; i < body.length(); i++) {
            if (body.at(i) == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private static long chunkSize(ByteSlice body, int from, int to) {
        long size = 0;
        int digits = 0;
        for (int i = from; i < to; i++) {
            int digit = hexDigit(body.at(i));
            if (digit < 0) {
                boolean ends = body.at(i) == '\r' || body.at(i) == '\n' || body.at(i) == ';' || body.at(i) == ' ';
                return ends && digits > 0 ? size : -1;
            }
            if (++digits > 8) {
                return -1;
            }
            size = size * 16 + digit;
        }
        return -1;
    }

    private static int hexDigit(byte unit) {
        if (unit >= '0' && unit <= '9') {
            return unit - '0';
        }
        int lower = unit | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
