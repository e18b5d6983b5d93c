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

    /**
     * The records that begin where the first object or array does: those of the array, the object itself, or those of an
     * array in it. Null where these are no pages.
     */
    static @Nullable JsonHead of(ByteWindow bytes, FieldMapping mapping) throws IOException {
        int at = firstByte(bytes);
        if (at < 0 || (bytes.at(at) != '{' && bytes.at(at) != '[')) {
            return null;
        }
        ByteSlice head = bytes.slice(at, bytes.ensure(LOOKED_AT));
        return bytes.at(at) == '{' ? inObject(head, at, mapping) : inArray(head, at, mapping);
    }

    /** Whether the pages lie in a list inside of the object that the bytes hold, which is then the answer of a service. */
    static boolean isAnswer(ByteSlice object, FieldMapping mapping) {
        JsonHead pages = inObject(object, 0, mapping);
        return pages != null && pages.array();
    }

    /** Whether the object that the bytes hold says by a field of its own where it is from. */
    static boolean hasAddress(ByteSlice object, FieldMapping mapping) {
        return mapping.hasAddress(ownOf(object));
    }

    /** Whether the object that the bytes hold is a page itself. */
    static boolean isRecord(ByteSlice object, FieldMapping mapping) {
        JsonHead page = inObject(object, 0, mapping);
        return page != null && !page.array();
    }

    /** The objects of the array; of several answers the records in them, unless the answers are named as pages are. */
    private static @Nullable JsonHead inArray(ByteSlice head, int at, FieldMapping mapping) throws IOException {
        JsonHead array = ofArray(head, at);
        JsonHead inside = inside(head, at, mapping);
        if (array == null || mapping.isPage(array.first(), false)) {
            return array == null ? inside : array;
        }
        boolean deeper = inside != null && inside.start() != array.start();
        return deeper && mapping.isNamed(ownOf(head.from(array.start() - at))) ? null : inside;
    }

    /** Of an answer of a service, the records in it; of a page with its comments or pictures, the page. */
    private static @Nullable JsonHead inObject(ByteSlice head, int at, FieldMapping mapping) {
        FieldValues own = ownOf(head);
        if (mapping.isPage(own, false)) {
            return new JsonHead(own, at, false);
        }
        JsonHead inside = inside(head, at, mapping);
        if (inside != null && (!mapping.hasAddress(own) || isOfPages(inside, mapping))) {
            return inside;
        }
        FieldValues whole = ofObject(head);
        return mapping.isPage(whole, false) ? new JsonHead(whole, at, false) : null;
    }

    private static boolean isOfPages(JsonHead list, FieldMapping mapping) {
        return mapping.hasAddress(list.first()) && mapping.isArticle(list.first());
    }

    private static @Nullable JsonHead inside(ByteSlice head, int at, FieldMapping mapping) {
        JsonArrays.Found found = JsonArrays.firstOfPages(head, mapping);
        return found == null ? null : new JsonHead(found.first(), at + found.start(), true);
    }

    private static @Nullable JsonHead ofArray(ByteSlice head, int at) throws IOException {
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

    /** The same without what lies in lists of objects. */
    private static FieldValues ownOf(ByteSlice head) {
        FieldValues values = new FieldValues();
        try (JsonParser parser = parser(head)) {
            parser.nextToken();
            JsonObjects.ownFields(parser, values);
        } catch (IOException noJson) {
            values.know("");
        }
        return values;
    }

    private static JsonParser parser(ByteSlice head) throws IOException {
        return JsonObjects.JSON.createParser(head.array(), head.offset(), head.length());
    }
}
