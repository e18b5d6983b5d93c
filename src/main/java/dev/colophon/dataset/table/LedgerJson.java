package dev.colophon.dataset.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.colophon.source.InputFingerprint;
import java.time.Instant;

/** The JSON of markers and ledgers: fields in the order of the records, names in snake case. */
final class LedgerJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private LedgerJson() {}

    /**
     * The same for an input of a batch that was merged into another.
     *
     * @param batch the batch that the input belongs to
     */
    record MovedInput(String batch, String sourceUri, long size, String modified, String sha256, long items) {
        static MovedInput of(String batch, InputFingerprint input) {
            Input own = Input.of(input);
            return new MovedInput(batch, own.sourceUri, own.size, own.modified, own.sha256, own.items);
        }

        InputFingerprint fingerprint() {
            return new Input(sourceUri, size, modified, sha256, items).fingerprint();
        }
    }

    /**
     * A fingerprint as it is stored.
     *
     * @param modified ISO 8601
     */
    record Input(String sourceUri, long size, String modified, String sha256, long items) {
        static Input of(InputFingerprint input) {
            return new Input(
                    input.sourceUri(), input.size(), input.modified().toString(), input.sha256(), input.items());
        }

        InputFingerprint fingerprint() {
            return new InputFingerprint(sourceUri, size, Instant.parse(modified), sha256, items);
        }
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot write " + value.getClass(), impossible);
        }
    }

    static <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return MAPPER.readValue(json, type);
    }
}
