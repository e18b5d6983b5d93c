package dev.colophon.source.records;

import dev.colophon.text.WordLists;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of {@code record-fields.tsv}. Thread-safe. */
final class FieldTable {
    /** The names that every tool may use. */
    static final Dialect ANY;

    /** Objects that other fields may lie in. */
    static final List<String> WRAPPERS;

    private static final List<Dialect> DIALECTS;
    private static final Set<String> KNOWN = new HashSet<>();

    static {
        Map<String, Rows> rows = read();
        Rows any = Objects.requireNonNull(rows.remove("any"));
        ANY = new Dialect(List.of(), any.names);
        WRAPPERS = List.copyOf(any.wrappers);
        DIALECTS = rows.values().stream()
                .map(one -> new Dialect(one.toldBy, one.names))
                .toList();
        ANY.names.values().forEach(KNOWN::addAll);
        DIALECTS.forEach(dialect -> {
            dialect.names.values().forEach(KNOWN::addAll);
            dialect.toldBy.forEach(KNOWN::addAll);
        });
    }

    private FieldTable() {}

    /**
     * The names of one tool.
     *
     * @param toldBy groups of fields; where all of a group are there, the record is the tool's
     * @param names folded names by meaning, the best first; an empty list where the tool has no such field
     */
    record Dialect(List<List<String>> toldBy, Map<RecordField, List<String>> names) {
        boolean isOf(Set<String> fields) {
            return toldBy.stream().anyMatch(fields::containsAll);
        }

        /** The names of a field; null where this dialect has no word of its own for it. */
        @Nullable
        List<String> of(RecordField field) {
            return names.get(field);
        }
    }

    /** The dialect of a record with these folded fields, wrappers left out; {@link #ANY} where it is none's. */
    static Dialect dialect(Set<String> fields) {
        for (Dialect dialect : DIALECTS) {
            if (dialect.isOf(fields)) {
                return dialect;
            }
        }
        return ANY;
    }

    private static final class Rows {
        private final List<List<String>> toldBy = new ArrayList<>();
        private final List<String> wrappers = new ArrayList<>();
        private final Map<RecordField, List<String>> names = new EnumMap<>(RecordField.class);

        void add(String what, List<String> fields) {
            switch (what) {
                case "told-by" -> toldBy.add(fields);
                case "wrappers" -> wrappers.addAll(fields);
                default ->
                    names.put(
                            Objects.requireNonNull(RecordField.ofLabel(what), what),
                            fields.equals(List.of("")) ? List.of() : fields);
            }
        }
    }

    /** Whether any tool has a name, of a field or one to be told by. */
    static boolean isKnown(String folded) {
        return KNOWN.contains(folded);
    }

    private static Map<String, Rows> read() {
        Map<String, Rows> rows = new LinkedHashMap<>();
        for (String line : WordLists.lines(FieldTable.class, "record-fields.tsv")) {
            String[] cells = line.split("\t", -1);
            rows.computeIfAbsent(cells[0], dialect -> new Rows()).add(cells[1], FieldNames.foldAll(cells[2]));
        }
        return rows;
    }
}
