package dev.colophon.source.warc;

import dev.colophon.model.Capture;
import dev.colophon.model.Reject;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.model.Stage;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ByteWindow.ByteSlice;
import dev.colophon.source.format.CaptureTimes;
import dev.colophon.source.format.DocumentFormat;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Sidecar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page with the HTTP header that it came with in front of it, as {@code curl -i} and {@code wget --save-headers} write it.
 * Of the answers that a redirect or a proxy put in front, the last is the page's.
 */
public final class HttpResponseFormat implements Format {
    private static final int LONGEST_HEADER = 64 << 10;
    private static final int MOST_ANSWERS = 50;
    private static final String STATUS_LINE = "HTTP/\\d(?:\\.\\d)? (\\d{3})(?: [^\\r\\n]*+)?\\r?\\n";
    private static final Pattern STATUS = Pattern.compile(STATUS_LINE);
    private static final Pattern PROXY = Pattern.compile(STATUS_LINE + "\\r?\\n");

    /** A field, or a line on which the one before goes on. */
    private static final Pattern FIELD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:.*|[ \\t].*");

    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        if (!bytes.startsWith(0, "HTTP/") || bytes.ensure(LONGEST_HEADER) < 12) {
            return false;
        }
        ByteSlice head = bytes.slice(0, Math.min(bytes.visible(), LONGEST_HEADER));
        return isResponse(head);
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) {
        return ItemReader.of(() -> response(place, bytes));
    }

    private static SourceItem response(Place place, ByteWindow bytes) throws IOException {
        byte[] whole = DocumentFormat.all(bytes, place.limits());
        ByteSlice rest = new ByteSlice(whole, 0, whole.length);
        ByteSlice header = rest;
        for (int i = 0; i < MOST_ANSWERS && isResponse(rest); i++) {
            header = rest.to(headerLength(rest));
            rest = rest.from(header.length());
        }
        int status = status(header);
        Sidecar about = place.about();
        Instant date = date(field(header, "date"));
        if (!CapturedBlock.isRead(status)) {
            return new Reject(
                    place.whole(),
                    about.url(),
                    date,
                    status,
                    CapturedBlock.sha256(rest),
                    rest.length(),
                    Stage.OPEN,
                    RejectReason.HTTP_STATUS,
                    "HTTP status " + status,
                    null);
        }
        String encoding = field(header, "content-encoding");
        return new Capture(
                place.whole(),
                about.url(),
                about.capturedAt() == null ? date : about.capturedAt(),
                about.contentType() == null ? valued(field(header, "content-type")) : about.contentType(),
                about.lastModified() == null ? valued(field(header, "last-modified")) : about.lastModified(),
                status,
                about.publisher(),
                // What these programs save is decoded already, unless they were told not to.
                new HttpBody(place.limits()).decode(rest, false, isPacked(rest) ? encoding : "", false));
    }

    private static @Nullable String valued(String field) {
        return field.isEmpty() ? null : field;
    }

    private static boolean isPacked(ByteSlice body) {
        return body.length() > 2 && body.at(0) == 0x1f && body.at(1) == (byte) 0x8b;
    }

    private static @Nullable Instant date(String field) {
        return field.isEmpty() ? null : CaptureTimes.read(field);
    }

    /** The status of {@code HTTP/1.1 200 OK} and {@code HTTP/2 200}. */
    private static int status(ByteSlice header) {
        Matcher line = STATUS.matcher(text(header));
        return line.lookingAt() ? Integer.parseInt(line.group(1)) : -1;
    }

    /** Whether a header with fields is in front; that of a proxy, which has none, is in front of another one. */
    private static boolean isResponse(ByteSlice bytes) {
        ByteSlice rest = bytes;
        for (int i = 0; i < MOST_ANSWERS; i++) {
            int length = startsWith(rest, "HTTP/") ? headerLength(rest) : -1;
            if (length < 0) {
                return false;
            }
            String header = text(rest.to(length));
            if (hasFields(header) || !PROXY.matcher(header).matches()) {
                return hasFields(header);
            }
            rest = rest.from(length);
        }
        return false;
    }

    private static boolean hasFields(String header) {
        List<String> fields =
                header.lines().skip(1).filter(line -> !line.isEmpty()).toList();
        return STATUS.matcher(header).lookingAt()
                && !fields.isEmpty()
                && fields.get(0).charAt(0) > ' '
                && fields.stream().allMatch(line -> FIELD.matcher(line).matches());
    }

    private static boolean startsWith(ByteSlice bytes, String ascii) {
        return bytes.length() > ascii.length() && text(bytes.to(ascii.length())).equals(ascii);
    }

    private static String text(ByteSlice bytes) {
        return new String(bytes.array(), bytes.offset(), bytes.length(), StandardCharsets.ISO_8859_1);
    }

    /** Length of the header with its blank line; -1 where it does not end. */
    private static int headerLength(ByteSlice bytes) {
        int most = Math.min(bytes.length(), LONGEST_HEADER);
        for (int i = 0; i + 1 < most; i++) {
            if (bytes.at(i) == '\n' && bytes.at(i + 1) == '\n') {
                return i + 2;
            }
            if (bytes.at(i) == '\n' && i + 2 < most && bytes.at(i + 1) == '\r' && bytes.at(i + 2) == '\n') {
                return i + 3;
            }
        }
        return -1;
    }

    /** The first value of a field by its name in lower case; empty where there is none. */
    private static String field(ByteSlice header, String name) {
        return text(header)
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
