package dev.colophon.source.records;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ByteWindow.ByteSlice;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What the beginning of a file tells of the JSON in it.
 *
 * @param first fields of the first record, as far as they were seen
 * @param start bytes in front of the first record: of {@code [} or {@code {"articles": [}}
 * @param array whether the records lie in an array
 */
record JsonHead(FieldValues first, int start, boolean array) {
    static final int LOOKED_AT = 256 << 10;

    private static final int MOST_FIELDS_BEFORE = 20;

    /** Index of the first visible byte that is neither white space nor a byte order mark; -1 where there is none. */
    static int firstByte(ByteWindow bytes) throws IOException {
        int most = bytes.ensure(1 << 12);
        int at = bytes.startsWith(0, "\u00ef\u00bb\u00bf") ? 3 : 0;
        while (at < most && isSpace(bytes.at(at))) {
            at++;
        }
        return at < most ? at : -1;
    }

    static boolean isSpace(byte unit) {
        return unit == ' ' || unit == '\n' || unit == '\r' || unit == '\t' || unit == 0x1e;
    }

    /** The records that begin where the first object or array does; null where there are none. */
    static @Nullable JsonHead of(ByteWindow bytes) throws IOException {
        int at = firstByte(bytes);
        if (at < 0 || (bytes.at(at) != '{' && bytes.at(at) != '[')) {
            return null;
        }
        ByteSlice head = bytes.slice(at, bytes.ensure(LOOKED_AT));
        return bytes.at(at) == '[' ? inArray(head, at) : inObject(head, at);
    }

    private static @Nullable JsonHead inArray(ByteSlice head, int at) throws IOException {
        try (JsonParser parser = parser(head)) {
            parser.nextToken();
            return parser.nextToken() == JsonToken.START_OBJECT ? first(parser, at, true) : null;
        } catch (IOException noJson) {
            return null;
        }
    }

    private static JsonHead first(JsonParser parser, int at, boolean array) {
        int start = at + (int) parser.currentTokenLocation().getByteOffset();
        FieldValues values = new FieldValues();
        read(parser, values);
        return new JsonHead(values, array ? start : at, array);
    }

    private static void read(JsonParser parser, FieldValues values) {
        try {
            JsonObjects.fields(parser, "", 1, values);
        } catch (IOException endOfHead) {
            values.know("");
        }
    }

    /** An object is a record itself, or the first array of objects in it holds them. */
    private static JsonHead inObject(ByteSlice head, int at) {
        FieldValues values = new FieldValues();
        try (JsonParser parser = parser(head)) {
            parser.nextToken();
            for (int i = 0; i < MOST_FIELDS_BEFORE && parser.nextToken() == JsonToken.FIELD_NAME; i++) {
                values.know(parser.currentName());
                if (parser.nextToken() == JsonToken.START_ARRAY) {
                    if (parser.nextToken() == JsonToken.START_OBJECT) {
                        JsonHead inside = first(parser, at, true);
                        return inside;
                    }
                    while (parser.currentToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
                        parser.skipChildren();
                        parser.nextToken();
                    }
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException endOfHead) {
            return new JsonHead(values, at, false);
        }
        return new JsonHead(values, at, false);
    }

    /** Fields of the object itself that lies at the beginning, however it goes on. */
    static FieldValues ofObject(ByteSlice head) {
        FieldValues values = new FieldValues();
        try (JsonParser parser = parser(head)) {
            parser.nextToken();
            read(parser, values);
        } catch (IOException noJson) {
            values.know("");
        }
        return values;
    }

    private static JsonParser parser(ByteSlice head) throws IOException {
        return JsonObjects.JSON.createParser(head.array(), head.offset(), head.length());
    }
}
