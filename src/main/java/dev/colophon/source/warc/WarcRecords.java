package dev.colophon.source.warc;

import dev.colophon.model.Capture;
import dev.colophon.model.Origin;
import dev.colophon.model.Reject;
import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow.ByteSlice;
import dev.colophon.source.format.Rejects;
import dev.colophon.source.format.SourceLimits;
import dev.colophon.model.SourceItem;
import dev.colophon.model.Stage;
import dev.colophon.text.Hashes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * What a WARC record is to us. {@code response}, {@code resource} and {@code conversion} are captures; {@code revisit},
 * segments and answers other than 200 are left out with their reason; {@code warcinfo}, {@code request}, {@code metadata}
 * and DNS look-ups describe the crawl, are no documents, and are not counted.
 */
final class WarcRecords {
    private final HttpBody bodies;
    private final SourceLimits limits;

    WarcRecords(SourceLimits limits) {
        this.limits = limits;
        this.bodies = new HttpBody(limits);
    }

    /**
     * The item that a record is; null where it is none.
     *
     * @param place where it lies, without the record's id
     */
    @Nullable
    SourceItem read(Origin place, ByteSlice header, ByteSlice block) {
        try {
            return item(place, parse(header), block);
        } catch (IOException | RuntimeException strict) {
            // Line feeds alone and stray bytes in an address are common; jwarc takes neither.
            try {
                return item(place, parse(repaired(header)), block);
            } catch (IOException | RuntimeException unreadable) {
                return Rejects.of(
                        place,
                        RejectReason.MALFORMED,
                        "the record's header cannot be read: " + unreadable.getMessage(),
                        sha256(header),
                        header.length());
            }
        }
    }

    private @Nullable SourceItem item(Origin place, WarcRecord record, ByteSlice block) {
        return new OneRecord(place, record.headers(), block).item(record.type().toLowerCase(Locale.ROOT));
    }

    private static WarcRecord parse(ByteSlice header) throws IOException {
        try (WarcReader reader = new WarcReader(channel(header))) {
            return reader.next().orElseThrow(() -> new IOException("no record"));
        }
    }

    /** The header with CR LF at each line's end and bytes that no header may hold as {@code %} and two digits. */
    private static ByteSlice repaired(ByteSlice header) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(header.length() + 64);
        for (int i = 0; i < header.length(); i++) {
            byte unit = header.at(i);
            if (unit == '\n' && (i == 0 || header.at(i - 1) != '\r')) {
                out.write('\r');
            }
            if ((unit < 0x20 && unit != '\n' && unit != '\r' && unit != '\t') || unit == 0x7f) {
                out.write('%');
                out.writeBytes(HexFormat.of().withUpperCase().toHexDigits(unit).getBytes(StandardCharsets.US_ASCII));
            } else {
                out.write(unit);
            }
        }
        return new ByteSlice(out.toByteArray(), 0, out.size());
    }

    private static ReadableByteChannel channel(ByteSlice bytes) {
        return Channels.newChannel(new ByteArrayInputStream(bytes.array(), bytes.offset(), bytes.length()));
    }

    private static @Nullable String sha256(ByteSlice bytes) {
        if (bytes.length() == 0) {
            return null;
        }
        MessageDigest digest = Hashes.sha256();
        digest.update(bytes.array(), bytes.offset(), bytes.length());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** One record's fields and block. */
    private final class OneRecord {
        private final Origin origin;
        private final MessageHeaders fields;
        private final ByteSlice block;
        private final @Nullable String url;
        private final @Nullable Instant capturedAt;

        OneRecord(Origin place, MessageHeaders fields, ByteSlice block) {
            this.fields = fields;
            this.block = block;
            this.origin = new Origin(
                    place.sourceUri(), place.containerPath(), place.offset(), place.length(), field("WARC-Record-ID"));
            this.url = address(field("WARC-Target-URI"));
            this.capturedAt = instant(field("WARC-Date"));
        }

        private @Nullable String field(String name) {
            String value = fields.first(name).map(String::strip).orElse("");
            return value.isEmpty() ? null : value;
        }

        @Nullable
        SourceItem item(String type) {
            return switch (type) {
                case "warcinfo", "request", "metadata" -> null;
                case "revisit" -> reject(RejectReason.REVISIT, "a revisit: the payload stands in another record");
                case "continuation" -> reject(RejectReason.SEGMENTED, "a continuation of another record");
                case "response", "resource", "conversion" -> {
                    String segment = field("WARC-Segment-Number");
                    yield segment != null
                            ? reject(RejectReason.SEGMENTED, "segment " + segment + " of a record")
                            : type.equals("response") ? response() : payload();
                }
                default -> reject(RejectReason.UNSUPPORTED, "a record of the unknown type " + type);
            };
        }

        private SourceItem payload() {
            return block.length() > limits.documentBytes()
                    ? reject(
                            RejectReason.LIMIT_SIZE,
                            "a payload of " + block.length() + " bytes, at most " + limits.documentBytes()
                                    + " are read")
                    : new Capture(origin, url, capturedAt, field("Content-Type"), null, null, null, block.copy());
        }

        private @Nullable SourceItem response() {
            String type = field("Content-Type");
            String mediaType = type == null ? "" : type.toLowerCase(Locale.ROOT);
            if (mediaType.startsWith("text/dns")) {
                return null;
            }
            int body = httpHeaderLength();
            if (!mediaType.startsWith("application/http") && body < 0) {
                return reject(RejectReason.UNSUPPORTED, "expected a response of application/http, found " + type);
            }
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
            if (http.status() != 200) {
                return reject(RejectReason.HTTP_STATUS, "HTTP status " + http.status(), http.status(), stored);
            }
            boolean chunked = String.join(",", http.headers().all("Transfer-Encoding"))
                    .toLowerCase(Locale.ROOT)
                    .contains("chunked");
            String encoding = String.join(",", http.headers().all("Content-Encoding"));
            try {
                byte[] body = bodies.decode(stored, chunked, encoding, field("WARC-Truncated") != null);
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
                return reject(undecodable.reason(), String.valueOf(undecodable.getMessage()), 200, stored);
            }
        }

        /** Length of the block's HTTP header with its blank line; -1 where the block does not begin with one. */
        private int httpHeaderLength() {
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

        private Reject reject(RejectReason reason, String message) {
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
    }

    /** Old writers put the address in angle brackets. */
    private static @Nullable String address(@Nullable String field) {
        return field != null && field.startsWith("<") && field.endsWith(">")
                ? field.substring(1, field.length() - 1)
                : field;
    }

    /** A date of reduced precision (WARC 1.1) is no bound, and gives none. */
    private static @Nullable Instant instant(@Nullable String field) {
        if (field == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(field).toInstant();
        } catch (DateTimeParseException notATime) {
            return null;
        }
    }
}
