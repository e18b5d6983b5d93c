package dev.colophon.dataset.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts changes by kind, field, language and publisher, and keeps the first ones of each field. Not thread-safe. */
public final class ChangeCounts implements Change.Sink {
    private static final int EXAMPLES = 2;

    private final Map<Change.Kind, Long> kinds = new EnumMap<>(Change.Kind.class);
    private final SortedMap<String, Long> fields = new TreeMap<>();
    private final SortedMap<String, Long> languages = new TreeMap<>();
    private final SortedMap<String, Long> publishers = new TreeMap<>();
    private final List<Change> examples = new ArrayList<>();

    @Override
    public void accept(Change change) {
        kinds.merge(change.kind(), 1L, Long::sum);
        add(languages, change.subject().language());
        add(publishers, change.subject().publisher());
        for (Change.Field field : change.fields()) {
            if (fields.merge(field.name(), 1L, Long::sum) <= EXAMPLES) {
                examples.add(new Change(change.kind(), change.docId(), change.subject(), List.of(field)));
            }
        }
    }

    private static void add(Map<String, Long> counts, @Nullable String label) {
        counts.merge(label == null ? "(unknown)" : label, 1L, Long::sum);
    }

    /** Documents of that kind. */
    public long of(Change.Kind kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    /** Changed documents in which a field differs, by field. */
    public SortedMap<String, Long> fields() {
        return Collections.unmodifiableSortedMap(fields);
    }

    /** Documents of all kinds by language. */
    public SortedMap<String, Long> languages() {
        return Collections.unmodifiableSortedMap(languages);
    }

    /** Documents of all kinds by publisher. */
    public SortedMap<String, Long> publishers() {
        return Collections.unmodifiableSortedMap(publishers);
    }

    /** Some changes, each with one field. */
    public List<Change> examples() {
        return List.copyOf(examples);
    }
}
