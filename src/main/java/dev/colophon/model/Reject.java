package dev.colophon.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A capture that became no document, and why.
 *
 * @param origin where it lies
 * @param url its address; null where unknown
 * @param capturedAt when it was captured; null where unknown
 * @param httpStatus status of the HTTP response; null where it was none
 * @param payloadSha256 SHA-256 of the payload, or of the stored bytes where the payload could not be read; lower-case
 *     hex; null where no byte could be read
 * @param payloadBytes length of the hashed bytes
 * @param stage the hop that refused it
 * @param reason why
 * @param message what was expected and what was found, for people; no control characters
 * @param exception class name of the fault; null where there was none
 */
public record Reject(
        Origin origin,
        @Nullable String url,
        @Nullable Instant capturedAt,
        @Nullable Integer httpStatus,
        @Nullable String payloadSha256,
        long payloadBytes,
        Stage stage,
        RejectReason reason,
        String message,
        @Nullable String exception)
        implements SourceItem {
    public Reject {
        capturedAt = Capture.known(capturedAt);
    }

    /** The same reject with the hash of what could be read. */
    public Reject hashed(String sha256, long bytes) {
        return new Reject(origin, url, capturedAt, httpStatus, sha256, bytes, stage, reason, message, exception);
    }

    /** A reject of a capture whose payload was read. */
    public static Reject of(
            Capture capture,
            String payloadSha256,
            Stage stage,
            RejectReason reason,
            String message,
            @Nullable Throwable fault) {
        return new Reject(
                capture.origin(),
                capture.url(),
                capture.capturedAt(),
                capture.httpStatus(),
                payloadSha256,
                capture.body().length,
                stage,
                reason,
                message,
                fault == null ? null : fault.getClass().getName());
    }
}
