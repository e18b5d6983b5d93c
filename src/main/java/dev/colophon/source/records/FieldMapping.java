package dev.colophon.source.records;

import dev.colophon.source.records.FieldTable.Dialect;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a dump's records mean: what the job file says, then the dialect of the tool that made it, then the names
 * that all tools use. A name means one thing. Thread-safe.
 */
public final class FieldMapping {
    private final Map<RecordField, String> mapped = new EnumMap<>(RecordField.class);

    /**
     * A mapping with a job's own names.
     *
     * @param fields names by the label of their meaning: {@code html → body}
     * @throws IllegalArgumentException where a label is unknown
     */
    public FieldMapping(Map<String, String> fields) {
        fields.forEach((label, name) -> mapped.put(require(label), FieldNames.fold(name)));
    }

    private static RecordField require(String label) {
        RecordField field = RecordField.ofLabel(label);
        if (field == null) {
            throw new IllegalArgumentException("expected one of " + RecordField.labels() + ", found '" + label + "'");
        }
        return field;
    }

    /** The fields of one record that mean something and have a value. */
    Map<RecordField, FieldValues.Named> assign(FieldValues record) {
        return new Assignment(record, true).all();
    }

    /**
     * Whether records with these fields are pages.
     *
     * @param certain whether it is certain that they are records of one kind, so that a text alone will do
     */
    public boolean isPage(FieldValues record, boolean certain) {
        Map<RecordField, FieldValues.Named> fields = new Assignment(record, false).all();
        boolean own = mapped.keySet().stream().anyMatch(field -> field.isContent() && fields.containsKey(field));
        boolean page = fields.containsKey(RecordField.HTML) || own;
        boolean text = fields.containsKey(RecordField.TEXT) || fields.containsKey(RecordField.MARKDOWN);
        return page || (text && (certain || fields.keySet().stream().anyMatch(field -> !field.isContent())));
    }

    /** Whether records with these fields hold a page with its HTML, or a text with its title and where it is from. */
    boolean isWholePage(FieldValues record) {
        Set<RecordField> fields = known(record);
        return fields.contains(RecordField.HTML) || (isArticle(record) && fields.contains(RecordField.URL));
    }

    /** Whether records with these fields hold a text with its title, or HTML with its address. */
    boolean isArticle(FieldValues record) {
        Set<RecordField> fields = known(record);
        boolean content = fields.stream().anyMatch(RecordField::isContent);
        return (content && fields.contains(RecordField.TITLE))
                || (fields.contains(RecordField.HTML) && fields.contains(RecordField.URL));
    }

    /** Whether records with these fields have one for a page or text, be it empty. */
    boolean hasContent(FieldValues record) {
        return known(record).stream().anyMatch(RecordField::isContent);
    }

    /** Whether records with these fields hold HTML. */
    boolean holdsHtml(FieldValues record) {
        return known(record).contains(RecordField.HTML);
    }

    /** Whether records with these fields say where they are from. */
    boolean hasAddress(FieldValues record) {
        return known(record).contains(RecordField.URL);
    }

    /** Whether records with these fields say where they are from, or what they are called. */
    boolean isNamed(FieldValues record) {
        return hasAddress(record) || known(record).contains(RecordField.TITLE);
    }

    private Set<RecordField> known(FieldValues record) {
        return new Assignment(record, false).all().keySet();
    }

    /** Whether a field can mean anything. */
    public boolean isKnown(String name) {
        String folded = FieldNames.fold(name);
        boolean inWrapper = FieldTable.WRAPPERS.stream()
                .anyMatch(wrapper ->
                        folded.startsWith(wrapper + '.') && FieldTable.isKnown(folded.substring(wrapper.length() + 1)));
        return mapped.containsValue(folded) || inWrapper || FieldTable.isKnown(folded);
    }

    /** One record's fields, each used once. */
    private final class Assignment {
        private final FieldValues record;
        private final boolean valued;
        private final boolean nested;
        private final Set<FieldValues.Named> used = new HashSet<>();
        private final Map<RecordField, FieldValues.Named> found = new EnumMap<>(RecordField.class);

        Assignment(FieldValues record, boolean valued) {
            this.record = record;
            this.valued = valued;
            this.nested = record.folded().stream().anyMatch(name -> name.indexOf('.') > 0);
        }

        Map<RecordField, FieldValues.Named> all() {
            mapped.forEach((field, name) -> take(field, List.of(name)));
            Dialect dialect = FieldTable.dialect(unwrapped());
            for (RecordField field : RecordField.values()) {
                List<String> names = dialect.of(field);
                if (names != null && dialect != FieldTable.ANY) {
                    take(field, names);
                }
            }
            FieldTable.ANY.names().forEach((field, names) -> {
                List<String> own = dialect.of(field);
                if (own == null || !own.isEmpty()) {
                    take(field, names);
                }
            });
            return found;
        }

        private void take(RecordField field, List<String> names) {
            for (int i = 0; i < names.size() && !found.containsKey(field); i++) {
                FieldValues.Named named = find(names.get(i));
                if (named != null && !(field.isContent() && record.isNumber(named)) && used.add(named)) {
                    found.put(field, named);
                }
            }
        }

        private FieldValues.@Nullable Named find(String name) {
            FieldValues.Named named = usable(record.find(name));
            for (int i = 0; nested && named == null && i < FieldTable.WRAPPERS.size(); i++) {
                named = usable(record.find(FieldTable.WRAPPERS.get(i) + '.' + name));
            }
            return named;
        }

        private FieldValues.@Nullable Named usable(FieldValues.@Nullable Named named) {
            return named == null || (valued && named.values().isEmpty()) ? null : named;
        }

        private Set<String> unwrapped() {
            Set<String> names = new HashSet<>(record.folded());
            for (String wrapper : nested ? FieldTable.WRAPPERS : List.<String>of()) {
                for (String name : record.folded()) {
                    if (name.startsWith(wrapper + '.')) {
                        names.add(name.substring(wrapper.length() + 1));
                    }
                }
            }
            return names;
        }
    }
}
