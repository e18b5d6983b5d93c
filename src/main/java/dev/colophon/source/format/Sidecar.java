package dev.colophon.source.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colophon.model.Capture;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scraper wrote beside a document, in {@code NAME.meta.json}:
 *
 * <pre>{"url": "https://kurier.example/a", "captured-at": "2026-11-22T04:05:06Z", "content-type": "text/html",
 *  "publisher": "kurier", "http-status": 200, "last-modified": "Sat, 21 Nov 2026 20:00:00 GMT"}</pre>
 *
 * Every key may be missing; {@code captured_at} and the like are read too. A value that cannot be read is passed over, and so is
 * a sidecar that is no JSON, because its document can still be read.
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

    /** What follows a document's name in its sidecar's. */
    public static final String ENDING = ".meta.json";

    /** What compressors put behind a document's name, which its sidecar may leave out. */
    public static final List<String> COMPRESSED = List.of(".gz", ".bz2", ".xz", ".zst", ".lz4", ".lzma", ".Z");

    /** Most bytes of a sidecar. */
    public static final int MOST_BYTES = 1 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where a document's sidecar may lie, the first that is there counts. */
    public static List<String> pathsOf(String path) {
        String own = path + ENDING;
        return COMPRESSED.stream()
                .filter(path::endsWith)
                .findFirst()
                .map(ending -> List.of(own, path.substring(0, path.length() - ending.length()) + ENDING))
                .orElse(List.of(own));
    }

    /** The capture with what is said here of it. */
    public Capture on(Capture page) {
        return new Capture(
                page.origin(),
                url == null ? page.url() : url,
                capturedAt == null ? page.capturedAt() : capturedAt,
                contentType == null ? page.declaredType() : contentType,
                lastModified == null ? page.lastModified() : lastModified,
                httpStatus == null ? page.httpStatus() : httpStatus,
                publisher == null ? page.publisher() : publisher,
                page.declared(),
                page.body());
    }

    /**
     * What could be read of a sidecar.
     *
     * @param sidecar its values
     * @param faults what was expected and what was found for each value that could not be read
     */
    public record Read(Sidecar sidecar, List<String> faults) {
        public Read {
            faults = List.copyOf(faults);
        }
    }

    /** Reads a sidecar. */
    public static Read read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return nothing("at most " + MOST_BYTES + " bytes were expected, it is longer");
        }
        try {
            JsonNode root = JSON.readTree(bytes);
            return root.isObject() ? read(root) : nothing("a JSON object was expected, something else was found");
        } catch (JsonProcessingException noJson) {
            return nothing("JSON was expected: " + noJson.getOriginalMessage());
        } catch (IOException noText) {
            return nothing("JSON was expected: " + noText.getMessage());
        }
    }

    private static Read nothing(String fault) {
        return new Read(NONE, List.of(fault));
    }

    private static Read read(JsonNode root) {
        List<String> faults = new ArrayList<>();
        Sidecar sidecar = new Sidecar(
                text(root, "url"),
                capturedAt(root, faults),
                text(root, "content-type"),
                text(root, "last-modified"),
                status(text(root, "http-status"), faults),
                text(root, "publisher"));
        return new Read(sidecar, faults);
    }

    private static @Nullable String text(JsonNode root, String key) {
        JsonNode value = root.hasNonNull(key) ? root.get(key) : root.get(key.replace('-', '_'));
        if (value == null || !value.isValueNode() || value.isNull()) {
            return null;
        }
        String text = value.asText().strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Instant capturedAt(JsonNode root, List<String> faults) {
        String captured = text(root, "captured-at");
        String counted = captured == null ? text(root, "timestamp") : null;
        return counted == null ? instant(captured, faults) : CaptureTimes.sinceEpoch(counted);
    }

    private static @Nullable Instant instant(@Nullable String text, List<String> faults) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException notATime) {
            faults.add("captured-at like 2026-11-22T04:05:06Z was expected, found " + text);
            return null;
        }
    }

    private static @Nullable Integer status(@Nullable String text, List<String> faults) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            faults.add("http-status like 200 was expected, found " + text);
            return null;
        }
    }
}
