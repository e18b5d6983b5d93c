package dev.colophon.source.records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of one record by the path of their field: {@code metadata.url}. A field with several values has them in order;
 * those of objects in a list are gathered: {@code authors.name}. What is beyond the bounds is left out.
 */
public final class FieldValues {
    private static final int MOST_FIELDS = 2_000;
    private static final int MOST_VALUES = 20_000;

    /** A field by the name that it has in the dump. */
    record Named(String name, List<String> values) {}

    private final Map<String, Named> byFolded = new LinkedHashMap<>();
    private final Set<String> numbers = new HashSet<>();
    private int values;

    /** Adds a value; null and empty ones make the field known alone. */
    public void add(String name, String value) {
        Named field = field(name);
        if (field != null && !value.isBlank() && values < MOST_VALUES) {
            field.values().add(value);
            values++;
        }
    }

    /** Adds a value that the dump gives as a number. */
    void addNumber(String name, String value) {
        add(name, value);
        numbers.add(FieldNames.fold(name));
    }

    /** Whether a field holds a number, which is no text and no page. */
    boolean isNumber(Named field) {
        return numbers.contains(FieldNames.fold(field.name()));
    }

    /** Notes that the record has a field. */
    public void know(String name) {
        field(name);
    }

    private @org.jspecify.annotations.Nullable Named field(String name) {
        String folded = FieldNames.fold(name);
        Named known = byFolded.get(folded);
        if (known == null && byFolded.size() < MOST_FIELDS) {
            known = new Named(name, new ArrayList<>());
            byFolded.put(folded, known);
        }
        return known;
    }

    /** The field of a folded name; null where there is none. */
    @org.jspecify.annotations.Nullable
    Named find(String folded) {
        return byFolded.get(folded);
    }

    /** The folded names. */
    Set<String> folded() {
        return byFolded.keySet();
    }

    /** The names as the dump has them, for people: at most ten. */
    String shown() {
        List<String> names =
                byFolded.values().stream().map(Named::name).limit(10).toList();
        return names.isEmpty() ? "none" : String.join(", ", names) + (byFolded.size() > 10 ? ", …" : "");
    }
}
