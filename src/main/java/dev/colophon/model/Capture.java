package dev.colophon.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One document as it was found: its bytes and what the container said of them.
 *
 * @param origin where the bytes lie
 * @param url the address it was captured from; null where the container does not say
 * @param capturedAt when it was captured; null where unknown. No date of the document can be later. An instant outside the
 *     years 1 to 9999, which a forged header may give, counts as unknown.
 * @param declaredType the Content-Type that came with it, parameters included: {@code text/html; charset=utf-8}; null
 *     where none came
 * @param lastModified the HTTP Last-Modified header as sent; null where none came
 * @param httpStatus status of the HTTP response; null where it was none
 * @param publisher id of the publisher that a sidecar names; null where none does
 * @param declared what the record of a dump says of the document, whose name in the dump then tells nothing of its type;
 *     null where the document is a file, an entry or a web archive's record
 * @param body the payload with transfer and content encodings undone, bounded by the source. Not copied: nobody may
 *     write to it.
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy of each body would only cost memory
public record Capture(
        Origin origin,
        @Nullable String url,
        @Nullable Instant capturedAt,
        @Nullable String declaredType,
        @Nullable String lastModified,
        @Nullable Integer httpStatus,
        @Nullable String publisher,
        @Nullable Declared declared,
        byte[] body)
        implements SourceItem {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    public Capture {
        capturedAt = known(capturedAt);
    }

    /** A capture of which no record of a dump says anything. */
    public Capture(
            Origin origin,
            @Nullable String url,
            @Nullable Instant capturedAt,
            @Nullable String declaredType,
            @Nullable String lastModified,
            @Nullable Integer httpStatus,
            @Nullable String publisher,
            byte[] body) {
        this(origin, url, capturedAt, declaredType, lastModified, httpStatus, publisher, null, body);
    }

    /** The instant where it can be one of a capture, else null. */
    static @Nullable Instant known(@Nullable Instant instant) {
        return instant == null || instant.isBefore(FIRST) || instant.isAfter(LAST) ? null : instant;
    }

    /** The same capture as a later item of its offset. */
    public Capture at(int place) {
        return new Capture(
                origin.at(place), url, capturedAt, declaredType, lastModified, httpStatus, publisher, declared, body);
    }

    /** The capture that a web archive made, of which this is what the archive shows. */
    public Capture archivedAs(Memento memento) {
        return new Capture(
                origin,
                url == null ? null : memento.original(),
                memento.capturedAt(),
                declaredType,
                lastModified,
                httpStatus,
                publisher,
                declared,
                body);
    }

    /** The same capture with an address and a time where it has none; null where these are not known either. */
    public Capture located(@Nullable String address, @Nullable Instant time) {
        return new Capture(
                origin,
                url == null ? address : url,
                capturedAt == null ? time : capturedAt,
                declaredType,
                lastModified,
                httpStatus,
                publisher,
                declared,
                body);
    }

    /** A capture of which nothing but the bytes is known. */
    public static Capture of(Origin origin, byte[] body) {
        return new Capture(origin, null, null, null, null, null, null, body);
    }
}
