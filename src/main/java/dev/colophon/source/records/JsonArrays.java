package dev.colophon.source.records;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.colophon.source.format.ByteWindow.ByteSlice;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the list of pages inside a JSON text: {@code {"data": [}} of a crawler's service, {@code {"hits": {"hits": [}} of a
 * search engine, {@code {"log": {"entries": [}} of a browser.
 */
final class JsonArrays {
    private static final int DEEPEST = 8;
    /** Lists that are looked into, of one text. */
    static final int MOST_ARRAYS = 40;

    /** Objects of a list that are looked at: a page's pictures and redirects may come before it. */
    private static final int MOST_OBJECTS = 20;

    private JsonArrays() {}

    /**
     * A list of pages.
     *
     * @param first fields of the first page in it, as far as they were seen
     * @param start bytes in front of the list's first object
     */
    record Found(FieldValues first, int start) {}

    /** The first list that holds pages; null where none is within the bytes. */
    static @Nullable Found firstOfPages(ByteSlice head, FieldMapping mapping) {
        int depth = 0;
        int arrays = 0;
        try (JsonParser parser = JsonObjects.JSON.createParser(head.array(), head.offset(), head.length())) {
            JsonToken before = null;
            int bracket = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (before == JsonToken.START_ARRAY && token == JsonToken.START_OBJECT && arrays++ < MOST_ARRAYS) {
                    int start = (int) parser.currentTokenLocation().getByteOffset();
                    FieldValues page = pageAmong(head.from(bracket), isPage(mapping, depth));
                    if (page != null) {
                        return new Found(page, start);
                    }
                }
                bracket = (int) parser.currentTokenLocation().getByteOffset();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth > DEEPEST) {
                    parser.skipChildren();
                    depth--;
                }
                if (depth == 0) {
                    return null;
                }
                before = token;
            }
            return null;
        } catch (IOException endOfHead) {
            return null;
        }
    }

    /** A text alone, which many a list deep inside has, is no page there. */
    private static Predicate<FieldValues> isPage(FieldMapping mapping, int depth) {
        return depth > 2 ? mapping::isWholePage : values -> mapping.isPage(values, false);
    }

    /** Whether a list that begins with the bytes holds articles, so that it is read besides another one. */
    static boolean holdsArticles(ByteSlice array, FieldMapping mapping, int depth) {
        Predicate<FieldValues> article = mapping::isArticle;
        return depth <= DEEPEST && pageAmong(array, depth > 2 ? article.and(mapping::isWholePage) : article) != null;
    }

    private static @Nullable FieldValues pageAmong(ByteSlice array, Predicate<FieldValues> isPage) {
        FieldValues values = new FieldValues();
        try (JsonParser parser = JsonObjects.JSON.createParser(array.array(), array.offset(), array.length())) {
            parser.nextToken();
            for (int i = 0; i < MOST_OBJECTS && parser.nextToken() == JsonToken.START_OBJECT; i++) {
                values = new FieldValues();
                JsonObjects.fields(parser, "", 1, values);
                if (isPage.test(values)) {
                    return values;
                }
            }
            return null;
        } catch (IOException endOfHead) {
            return isPage.test(values) ? values : null;
        }
    }
}
