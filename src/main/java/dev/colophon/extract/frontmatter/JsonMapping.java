package dev.colophon.extract.frontmatter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a JSON object at the beginning of a text. */
final class JsonMapping {
    static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder().maxNestingDepth(20).build();

    private static final ObjectMapper JSON =
            new ObjectMapper(JsonFactory.builder().streamReadConstraints(LIMITS).build());

    private JsonMapping() {}

    /**
     * An object.
     *
     * @param values what it holds
     * @param end index of the first character behind it
     */
    record Read(Map<String, Object> values, int end) {}

    /** The object; null where the text begins with none. */
    static @Nullable Read read(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            JsonNode root = JSON.readTree(parser);
            int end = (int) parser.currentLocation().getCharOffset();
            return root != null && root.isObject() ? new Read(mapping(root), end) : null;
        } catch (IOException noJson) {
            return null;
        }
    }

    static Map<String, Object> mapping(JsonNode object) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        object.properties().forEach(field -> {
            Object value = value(field.getValue());
            if (value != null) {
                mapping.put(field.getKey(), value);
            }
        });
        return mapping;
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            return mapping(node);
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(each -> {
                Object value = value(each);
                if (value != null) {
                    list.add(value);
                }
            });
            return list;
        }
        return node.isNull() || node.isBoolean() ? null : node.asText();
    }
}
