package dev.colophon.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a scraper wrote beside a document, in {@code NAME.meta.json}:
 *
 * <pre>{"url": "https://kurier.example/a", "captured-at": "2026-11-22T04:05:06Z", "content-type": "text/html",
 *  "publisher": "kurier", "http-status": 200, "last-modified": "Sat, 21 Nov 2026 20:00:00 GMT"}</pre>
 *
 * Every key may be missing; {@code captured_at} and the like are read too. A sidecar that cannot be read is passed over
 * with a warning, because its document can still be read.
 */
record Sidecar(
        @Nullable String url,
        @Nullable Instant capturedAt,
        @Nullable String contentType,
        @Nullable String lastModified,
        @Nullable Integer httpStatus,
        @Nullable String publisher) {
    static final Sidecar NONE = new Sidecar(null, null, null, null, null, null);

    private static final Logger LOG = LoggerFactory.getLogger(Sidecar.class);
    private static final int MOST_BYTES = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The sidecar of a document; {@link #NONE} where it has none that can be read. */
    static Sidecar of(Storage root, InputFile file) throws IOException {
        for (String path : InputLister.sidecarsOf(file.path())) {
            if (root.exists(path) && SpecialFiles.isRegular(root, path)) {
                try (InputStream in = root.open(path)) {
                    return read(in.readNBytes(MOST_BYTES + 1));
                } catch (IOException | IllegalArgumentException unreadable) {
                    LOG.warn(
                            "The sidecar {} is passed over: {}",
                            Rejects.printable(path),
                            Rejects.printable(String.valueOf(unreadable.getMessage())));
                    return NONE;
                }
            }
        }
        return NONE;
    }

    private static Sidecar read(byte[] bytes) throws IOException {
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
