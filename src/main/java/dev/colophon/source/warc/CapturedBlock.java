package dev.colophon.source.warc;

import dev.colophon.model.Capture;
import dev.colophon.model.Origin;
import dev.colophon.model.Reject;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.model.Stage;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow.ByteSlice;
import dev.colophon.source.format.Rejects;
import dev.colophon.text.Hashes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;

/**
 * What a crawler stored of one address.
 *
 * @param origin where it lies
 * @param url the address; null where the record does not say
 * @param capturedAt when; null where unknown
 * @param block the record's content
 * @param cut whether the crawler says that it cut the content
 * @param bodies undoes encodings, within the limits
 */
record CapturedBlock(
        Origin origin,
        @Nullable String url,
        @Nullable Instant capturedAt,
        ByteSlice block,
        boolean cut,
        HttpBody bodies) {

    /** The content as it is. */
    SourceItem payload(@Nullable String mediaType) {
        return block.length() > bodies.limits().documentBytes()
                ? reject(
                        RejectReason.LIMIT_SIZE,
                        "a payload of " + block.length() + " bytes, at most "
                                + bodies.limits().documentBytes() + " are read")
                : new Capture(origin, url, capturedAt, mediaType, null, null, null, block.copy());
    }

    /** The content as an HTTP response. */
    SourceItem response() {
        int body = httpHeaderLength();
        if (body < 0) {
            return reject(RejectReason.MALFORMED, "expected an HTTP header, found none that ends");
        }
        try {
            return response(HttpResponse.parseWithoutBody(channel(block.to(body)), null), block.from(body));
        } catch (IOException | RuntimeException unreadable) {
            return reject(RejectReason.MALFORMED, "the HTTP header cannot be read: " + unreadable.getMessage());
        }
    }

    private SourceItem response(HttpResponse http, ByteSlice stored) {
        if (!isRead(http.status())) {
            return reject(RejectReason.HTTP_STATUS, "HTTP status " + http.status(), http.status(), stored);
        }
        boolean chunked = String.join(",", http.headers().all("Transfer-Encoding"))
                .toLowerCase(Locale.ROOT)
                .contains("chunked");
        String encoding = String.join(",", http.headers().all("Content-Encoding"));
        try {
            byte[] body = bodies.decode(stored, chunked, encoding, cut);
            return new Capture(
                    origin,
                    url,
                    capturedAt,
                    http.headers().first("Content-Type").orElse(null),
                    http.headers().first("Last-Modified").orElse(null),
                    http.status(),
                    null,
                    body);
        } catch (BadInput undecodable) {
            return reject(undecodable.reason(), undecodable.text(), 200, stored);
        }
    }

    /** Whether what comes with the status is the page: it is whole, and no other server's word. */
    static boolean isRead(int status) {
        return status == 200;
    }

    /** Length of the block's HTTP header with its blank line; -1 where the block does not begin with one. */
    int httpHeaderLength() {
        if (block.length() < 5 || !new String(block.to(5).copy(), StandardCharsets.ISO_8859_1).equals("HTTP/")) {
            return -1;
        }
        for (int i = 0; i + 1 < block.length(); i++) {
            if (block.at(i) == '\n') {
                if (block.at(i + 1) == '\n') {
                    return i + 2;
                }
                if (i + 2 < block.length() && block.at(i + 1) == '\r' && block.at(i + 2) == '\n') {
                    return i + 3;
                }
            }
        }
        return -1;
    }

    Reject reject(RejectReason reason, String message) {
        return reject(reason, message, null, block);
    }

    private Reject reject(RejectReason reason, String message, @Nullable Integer status, ByteSlice hashed) {
        return new Reject(
                origin,
                url,
                capturedAt,
                status,
                sha256(hashed),
                hashed.length(),
                Stage.OPEN,
                reason,
                Rejects.printable(message),
                null);
    }

    static ReadableByteChannel channel(ByteSlice bytes) {
        return Channels.newChannel(new ByteArrayInputStream(bytes.array(), bytes.offset(), bytes.length()));
    }

    static @Nullable String sha256(ByteSlice bytes) {
        if (bytes.length() == 0) {
            return null;
        }
        MessageDigest digest = Hashes.sha256();
        digest.update(bytes.array(), bytes.offset(), bytes.length());
        return HexFormat.of().formatHex(digest.digest());
    }
}
