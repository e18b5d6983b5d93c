package dev.colophon.extract.frontmatter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people write for YAML and is none, for a colon or a quotation mark in a title: {@code title: Ferries: a history}.
 * Each line has a field, an item of the field above it, or is a comment.
 */
final class LooseMapping {
    private static final Pattern FIELD = Pattern.compile("([\\p{Alpha}_][\\w.-]*)\\s*:(?:\\s+(.*))?");
    private static final Pattern ITEM = Pattern.compile("\\s*-\\s+(.*)");
    private static final Pattern IGNORED = Pattern.compile("\\s*(?:#.*)?|\\s+\\S.*");

    private LooseMapping() {}

    /** The fields, of inner mappings none; null where a line is none of these. */
    static @Nullable Map<String, Object> read(String lines) {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<Object> items = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            Matcher field = FIELD.matcher(line.stripTrailing());
            Matcher item = ITEM.matcher(line.stripTrailing());
            if (field.matches()) {
                String value =
                        field.group(2) == null ? "" : unquoted(field.group(2).strip());
                items = new ArrayList<>();
                fields.putIfAbsent(field.group(1), value.isEmpty() ? items : value);
            } else if (item.matches() && !fields.isEmpty()) {
                items.add(unquoted(item.group(1).strip()));
            } else if (!IGNORED.matcher(line).matches()) {
                return null;
            }
        }
        return fields.isEmpty() ? null : fields;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && "\"'".indexOf(value.charAt(0)) >= 0
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
