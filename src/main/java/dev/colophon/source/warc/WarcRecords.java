package dev.colophon.source.warc;

import dev.colophon.model.Origin;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.ByteWindow.ByteSlice;
import dev.colophon.source.format.Rejects;
import dev.colophon.source.format.SourceLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

    WarcRecords(SourceLimits limits) {
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
                        CapturedBlock.sha256(header),
                        header.length());
            }
        }
    }

    private @Nullable SourceItem item(Origin place, WarcRecord record, ByteSlice block) {
        return new OneRecord(place, record.headers(), block).item(record.type().toLowerCase(Locale.ROOT));
    }

    private static WarcRecord parse(ByteSlice header) throws IOException {
        try (WarcReader reader = new WarcReader(CapturedBlock.channel(header))) {
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

    /** One record's fields and block. */
    private final class OneRecord {
        private final MessageHeaders fields;
        private final CapturedBlock captured;

        OneRecord(Origin place, MessageHeaders fields, ByteSlice block) {
            this.fields = fields;
            this.captured = new CapturedBlock(
                    place.named(field("WARC-Record-ID")),
                    address(field("WARC-Target-URI")),
                    instant(field("WARC-Date")),
                    block,
                    field("WARC-Truncated") != null,
                    bodies);
        }

        private @Nullable String field(String name) {
            String value = fields.first(name).map(String::strip).orElse("");
            return value.isEmpty() ? null : value;
        }

        @Nullable
        SourceItem item(String type) {
            return switch (type) {
                case "warcinfo", "request", "metadata" -> null;
                case "revisit" ->
                    captured.reject(RejectReason.REVISIT, "a revisit: the payload stands in another record");
                case "continuation" -> captured.reject(RejectReason.SEGMENTED, "a continuation of another record");
                case "response", "resource", "conversion" -> {
                    String segment = field("WARC-Segment-Number");
                    yield segment != null
                            ? captured.reject(RejectReason.SEGMENTED, "segment " + segment + " of a record")
                            : type.equals("response") ? response() : payload();
                }
                default -> captured.reject(RejectReason.UNSUPPORTED, "a record of the unknown type " + type);
            };
        }

        /** A payload without HTTP around it. Crawlers keep their logs and screenshots as such records too. */
        private SourceItem payload() {
            String address = address(field("WARC-Target-URI"));
            return OwnRecords.isOne(address == null ? "" : address)
                    ? captured.reject(
                            RejectReason.UNSUPPORTED,
                            "a record that the crawler keeps for itself, and no page of the web")
                    : captured.payload(field("Content-Type"));
        }

        private @Nullable SourceItem response() {
            String type = field("Content-Type");
            String mediaType = type == null ? "" : type.toLowerCase(Locale.ROOT);
            if (mediaType.startsWith("text/dns")) {
                return null;
            }
            return !mediaType.startsWith("application/http") && captured.httpHeaderLength() < 0
                    ? captured.reject(
                            RejectReason.UNSUPPORTED, "expected a response of application/http, found " + type)
                    : captured.response();
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
