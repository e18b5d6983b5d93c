package dev.colophon.extract.frontmatter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads TOML 1.0; dates stay as they are written. */
final class TomlMapping {
    private static final TomlMapper TOML = new TomlMapper(
            TomlFactory.builder().streamReadConstraints(JsonMapping.LIMITS).build());

    private TomlMapping() {}

    /** The document; null where the text is none. */
    static @Nullable Map<String, Object> read(String toml) {
        try {
            JsonNode root = TOML.readTree(toml);
            return root == null || !root.isObject() ? null : JsonMapping.mapping(root);
        } catch (IOException noToml) {
            return null;
        }
    }
}
