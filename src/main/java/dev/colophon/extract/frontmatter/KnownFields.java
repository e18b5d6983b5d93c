package dev.colophon.extract.frontmatter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names in front matter, as Jekyll, Hugo, Zola, Pandoc, Quarto and exports of blogs write them. */
final class KnownFields {
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("title", "dc:title"),
            Map.entry("author", "dc:creator"),
            Map.entry("authors", "dc:creator"),
            Map.entry("date", "dcterms:created"),
            Map.entry("published", "dcterms:created"),
            Map.entry("publishdate", "dcterms:created"),
            Map.entry("pubdate", "dcterms:created"),
            Map.entry("lastmod", "dcterms:modified"),
            Map.entry("last_modified_at", "dcterms:modified"),
            Map.entry("modified", "dcterms:modified"),
            Map.entry("updated", "dcterms:modified"),
            Map.entry("description", "dc:description"),
            Map.entry("summary", "dc:description"),
            Map.entry("excerpt", "dc:description"),
            Map.entry("tags", "dc:subject"),
            Map.entry("keywords", "dc:subject"),
            Map.entry("lang", "dc:language"),
            Map.entry("language", "dc:language"));

    /** Tables that hold fields of the page too: Hugo's own parameters, Zola's taxonomies and extras. */
    private static final List<String> INNER = List.of("taxonomies", "params", "extra");

    /**
     * What a mapping that stands for a person or a text calls it: Quarto and Hugo {@code name}, Pandoc's templates the
     * others.
     */
    private static final List<String> NAMES = List.of("name", "literal", "text");

    private static final List<String> PARTS_OF_NAMES = List.of("given", "family");

    private static final int MOST_VALUES = 200;
    private static final int DEEPEST = 4;

    private KnownFields() {}

    /** Whether any field is known. */
    static boolean nameAny(Map<String, Object> values) {
        return values.keySet().stream().anyMatch(name -> FIELDS.containsKey(name.toLowerCase(Locale.ROOT)));
    }

    /** The values of each known field; those of an inner table only where the page itself has none. */
    static Map<String, List<String>> of(Map<String, Object> values) {
        Map<String, List<String>> fields = new HashMap<>();
        add(values, fields);
        Map<String, List<String>> inner = new HashMap<>();
        for (String name : INNER) {
            if (values.get(name) instanceof Map<?, ?> table) {
                add(table, inner);
            }
        }
        inner.forEach(fields::putIfAbsent);
        return fields;
    }

    private static void add(Map<?, ?> values, Map<String, List<String>> fields) {
        // In a stable order, whatever the order of the file.
        Map<String, Object> sorted = new TreeMap<>();
        values.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        sorted.forEach((name, value) -> {
            String field = FIELDS.get(name.toLowerCase(Locale.ROOT));
            if (field != null) {
                addTexts(value, fields.computeIfAbsent(field, key -> new ArrayList<>()), 0);
            }
        });
        fields.values().removeIf(List::isEmpty);
    }

    private static void addTexts(@Nullable Object value, List<String> texts, int depth) {
        if (depth > DEEPEST || texts.size() >= MOST_VALUES) {
            return;
        }
        if (value instanceof String text) {
            texts.add(text.strip());
        } else if (value instanceof List<?> list) {
            list.forEach(each -> addTexts(each, texts, depth + 1));
        } else if (value instanceof Map<?, ?> mapping) {
            addNamed(mapping, texts, depth);
        }
    }

    /** A person: by the name, by its parts, or several by their keys: {@code mina: {name: Mina Hallow}}. */
    private static void addNamed(Map<?, ?> mapping, List<String> texts, int depth) {
        for (String key : NAMES) {
            if (mapping.containsKey(key)) {
                addTexts(mapping.get(key), texts, depth + 1);
                return;
            }
        }
        List<String> parts = PARTS_OF_NAMES.stream()
                .map(mapping::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        if (!parts.isEmpty()) {
            texts.add(String.join(" ", parts));
            return;
        }
        Map<Object, Object> people = new LinkedHashMap<>(mapping);
        people.values().removeIf(each -> !(each instanceof Map<?, ?>));
        people.values().forEach(each -> addTexts(each, texts, depth + 1));
    }
}
