package dev.colophon.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a document came from.
 *
 * @param origin where its bytes lie
 * @param payloadSha256 SHA-256 of the payload, lower-case hex
 * @param payloadBytes length of the payload
 * @param httpStatus status of the HTTP response; null where it was none
 */
public record Lineage(
        Origin origin,
        String payloadSha256,
        long payloadBytes,
        @Nullable Integer httpStatus) {}
