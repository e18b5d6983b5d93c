package dev.colophon.source.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What a scraper wrote beside a document, in {@code NAME.meta.json}:
 *
 * <pre>{"url": "https://kurier.example/a", "captured-at": "2026-11-22T04:05:06Z", "content-type": "text/html",
 *  "publisher": "kurier", "http-status": 200, "last-modified": "Sat, 21 Nov 2026 20:00:00 GMT"}</pre>
 *
 * Every key may be missing; {@code captured_at} and the like are read too. A sidecar that cannot be read is passed over
 * with a warning, because its document can still be read.
 */
public record Sidecar(
        @Nullable String url,
        @Nullable Instant capturedAt,
        @Nullable String contentType,
        @Nullable String lastModified,
        @Nullable Integer httpStatus,
        @Nullable String publisher) {
    /** Nothing known. */
    public static final Sidecar NONE = new Sidecar(null, null, null, null, null, null);

    /** Most bytes of a sidecar. */
    public static final int MOST_BYTES = 1 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a sidecar.
     *
     * @throws IOException where it is no JSON object or too long
     * @throws IllegalArgumentException where a value is not of its kind
     */
    public static Sidecar read(byte[] bytes) throws IOException {
        if (bytes.length > MOST_BYTES) {
            throw new IOException("it is longer than " + MOST_BYTES + " bytes");
        }
        JsonNode root = JSON.readTree(bytes);
        if (!root.isObject()) {
            throw new IOException("expected a JSON object");
        }
        return new Sidecar(
                text(root, "url"),
                instant(text(root, "captured-at")),
                text(root, "content-type"),
                text(root, "last-modified"),
                status(text(root, "http-status")),
                text(root, "publisher"));
    }

    private static @Nullable String text(JsonNode root, String key) {
        JsonNode value = root.hasNonNull(key) ? root.get(key) : root.get(key.replace('-', '_'));
        if (value == null || !value.isValueNode() || value.isNull()) {
            return null;
        }
        String text = value.asText().strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException notATime) {
            throw new IllegalArgumentException(
                    "expected captured-at like 2026-11-22T04:05:06Z, found " + text, notATime);
        }
    }

    private static @Nullable Integer status(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }
}
