package dev.colophon.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One document as it was found: its bytes and what the container said of them.
 *
 * @param origin where the bytes lie
 * @param url the address it was captured from; null where the container does not say
 * @param capturedAt when it was captured; null where unknown. No date of the document can be later.
 * @param declaredType the Content-Type that came with it, parameters included: {@code text/html; charset=utf-8}; null
 *     where none came
 * @param lastModified the HTTP Last-Modified header as sent; null where none came
 * @param httpStatus status of the HTTP response; null where it was none
 * @param publisher id of the publisher that a sidecar names; null where none does
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
        byte[] body)
        implements SourceItem {

    /** A capture of which nothing but the bytes is known. */
    public static Capture of(Origin origin, byte[] body) {
        return new Capture(origin, null, null, null, null, null, null, body);
    }
}
