package dev.colophon.extract.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/** The text in values of JSON-LD. */
final class JsonText {
    private JsonText() {}

    /** A property under any prefix, the first name that the node has; a missing node where it has none. */
    static JsonNode property(JsonNode node, String... names) {
        for (String name : names) {
            for (String prefix : new String[] {"", "schema:", "http://schema.org/", "https://schema.org/"}) {
                JsonNode value = node.get(prefix + name);
                if (value != null && !value.isNull()) {
                    return value;
                }
            }
        }
        return MissingNode.getInstance();
    }

    /** The text of a value itself, or of the first of its {@code properties} that holds some; null where none does. */
    static @Nullable String text(JsonNode value, String... properties) {
        if (value.isValueNode()) {
            return nonBlank(clean(value.asText()));
        }
        for (String property : properties) {
            JsonNode held = first(property(value, property));
            JsonNode inner = held.isObject() ? first(property(held, "@value", "name", "url", "@id")) : held;
            String text = inner.isValueNode() ? nonBlank(clean(inner.asText())) : null;
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    static String orEmpty(JsonNode node, String property) {
        String text = text(property(node, property), "@value", "name");
        return text == null ? "" : text;
    }

    private static JsonNode first(JsonNode value) {
        return value.isArray() && !value.isEmpty() ? value.get(0) : value;
    }

    private static @Nullable String nonBlank(String text) {
        return text.isBlank() ? null : text;
    }

    /** Without the character references and tags that some systems leave in JSON strings. */
    static String clean(String text) {
        return PageText.plain(text);
    }
}
