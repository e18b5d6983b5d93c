package dev.colophon.source.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow.ByteSlice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Reads JSON objects as flat records. Bytes that are no UTF-8 become U+FFFD and cost nothing else. */
final class JsonObjects {
    private static final int DEEPEST = 200;
    private static final int DEEPEST_FIELD = 5;

    /** How MongoDB's export writes types: https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/ */
    private static final Set<String> TYPES = Set.of("$oid", "$date", "$numberLong", "$numberInt", "$numberDouble");

    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(
                            Integer.MAX_VALUE) // numbers are taken as the text that they are, and never computed
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private JsonObjects() {}

    /**
     * The fields of an object.
     *
     * @throws BadInput where the bytes are no JSON object, the beginning of one, or one that is nested too deeply
     */
    static FieldValues read(ByteSlice bytes) throws BadInput {
        try {
            return Utf8.isValid(bytes.array(), bytes.offset(), bytes.length())
                    ? read(JSON.createParser(bytes.array(), bytes.offset(), bytes.length()))
                    : read(JSON.createParser(
                            new String(bytes.array(), bytes.offset(), bytes.length(), StandardCharsets.UTF_8)));
        } catch (StreamConstraintsException beyond) {
            throw new BadInput(RejectReason.LIMIT_DEPTH, "JSON beyond what is read: " + beyond.getOriginalMessage());
        } catch (JsonEOFException early) {
            throw new BadInput(RejectReason.TRUNCATED, "expected a JSON object with its end: " + message(early));
        } catch (JsonProcessingException broken) {
            throw new BadInput(RejectReason.MALFORMED, "expected a JSON object: " + message(broken));
        } catch (BadInput known) {
            throw known;
        } catch (IOException broken) {
            throw new BadInput(RejectReason.MALFORMED, "expected a JSON object: " + broken.getMessage());
        }
    }

    private static String message(JsonProcessingException broken) {
        String where = broken.getLocation() == null
                ? ""
                : " at character " + Math.max(0, broken.getLocation().getColumnNr() - 1);
        return broken.getOriginalMessage() + where;
    }

    private static FieldValues read(JsonParser parser) throws IOException {
        try (parser) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BadInput(RejectReason.MALFORMED, "expected a JSON object, found " + parser.currentToken());
            }
            FieldValues values = new FieldValues();
            fields(parser, "", 1, values);
            if (parser.nextToken() != null) {
                throw new BadInput(RejectReason.MALFORMED, "expected the end behind the JSON object, found more");
            }
            return values;
        }
    }

    /** Reads to the end of the object whose beginning was read. */
    static void fields(JsonParser parser, String prefix, int depth, FieldValues values) throws IOException {
        new Reading(true).fields(parser, prefix, depth, values);
    }

    /** The same without what lies in lists of objects. */
    static void ownFields(JsonParser parser, FieldValues values) throws IOException {
        new Reading(false).fields(parser, "", 1, values);
    }

    /** @param listed whether the objects in lists are read */
    private record Reading(boolean listed) {
        void fields(JsonParser parser, String prefix, int depth, FieldValues values) throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                boolean type = !prefix.isEmpty() && TYPES.contains(key);
                String name = type ? prefix : prefix.isEmpty() ? key : prefix + '.' + key;
                values.know(name);
                parser.nextToken();
                value(parser, name, depth, values);
            }
            requireEnd(parser);
        }

        private void value(JsonParser parser, String name, int depth, FieldValues values) throws IOException {
            switch (parser.currentToken()) {
                case START_OBJECT -> {
                    if (depth < DEEPEST_FIELD) {
                        fields(parser, name, depth + 1, values);
                    } else {
                        parser.skipChildren();
                    }
                }
                case START_ARRAY -> {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        requireEnd(parser);
                        boolean object = parser.currentToken() == JsonToken.START_OBJECT;
                        if (parser.currentToken() == JsonToken.START_ARRAY || (object && !listed)) {
                            parser.skipChildren();
                        } else {
                            value(parser, name, depth, values);
                        }
                    }
                }
                case VALUE_STRING -> values.add(name, parser.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> values.addNumber(name, parser.getText());
                default -> {
                    // null, true and false say nothing that a field of ours holds.
                }
            }
        }
    }

    private static void requireEnd(JsonParser parser) throws BadInput {
        if (parser.currentToken() == null) {
            throw new BadInput(RejectReason.TRUNCATED, "a JSON object ends early");
        }
    }
}
