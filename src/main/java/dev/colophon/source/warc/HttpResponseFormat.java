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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page with the HTTP header that it came with in front of it, as {@code curl -i} and {@code wget --save-headers} write it.
 * Of the answers that a redirect or a proxy put in front, the last is the page's.
 */
public final class HttpResponseFormat implements Format {
    private static final int LONGEST_HEADER = 64 << 10;
    private static final int MOST_ANSWERS = 50;

    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        if (!bytes.startsWith(0, "HTTP/") || bytes.ensure(LONGEST_HEADER) < 12) {
            return false;
        }
        ByteSlice head = bytes.slice(0, Math.min(bytes.visible(), LONGEST_HEADER));
        return status(head) > 0 && headerLength(head) > 0;
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) {
        return ItemReader.of(() -> response(place, bytes));
    }

    private static SourceItem response(Place place, ByteWindow bytes) throws IOException {
        byte[] whole = DocumentFormat.all(bytes, place.limits());
        ByteSlice rest = new ByteSlice(whole, 0, whole.length);
        ByteSlice header = rest;
        for (int i = 0; i < MOST_ANSWERS && status(rest) > 0 && headerLength(rest) > 0; i++) {
            header = rest.to(headerLength(rest));
            rest = rest.from(header.length());
        }
        int status = status(header);
        Sidecar about = place.about();
        Instant date = date(field(header, "date"));
        if (status != 200) {
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

    /** The status of {@code HTTP/1.1 200 OK} and {@code HTTP/2 200}; -1 where the bytes begin otherwise. */
    private static int status(ByteSlice bytes) {
        String line =
                new String(bytes.array(), bytes.offset(), Math.min(bytes.length(), 20), StandardCharsets.ISO_8859_1);
        int space = line.startsWith("HTTP/") ? line.indexOf(' ') : -1;
        boolean digits = space > 0
                && space + 4 <= line.length()
                && line.substring(space + 1, space + 4).chars().allMatch(unit -> unit >= '0' && unit <= '9');
        return digits ? Integer.parseInt(line.substring(space + 1, space + 4)) : -1;
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
        String text = new String(header.array(), header.offset(), header.length(), StandardCharsets.ISO_8859_1);
        return text.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
