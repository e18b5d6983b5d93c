package dev.colophon.dataset.diff;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A document that differs between two manifests.
 *
 * @param kind how
 * @param docId the document, as the later manifest has it, or the earlier where it is gone
 * @param subject what it is, as the later manifest has it, or the earlier where it is gone
 * @param fields the fields that differ, in the order of the columns; empty where the document was added or is gone
 */
public record Change(Kind kind, String docId, Subject subject, List<Field> fields) {
    /** How a document differs. */
    public enum Kind {
        /** Only the later manifest holds it. */
        ADDED,
        /** Only the earlier manifest holds it. */
        GONE,
        /** Both hold it, with other values; or the later one holds what became of it, by another {@code doc_id}. */
        CHANGED;

        /** As it stands in the data. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a document is, for people.
     *
     * @param sourceUri its input
     * @param title its title; null where it has none
     * @param language its language; null where unknown
     * @param publisher its publisher; null where unknown
     */
    public record Subject(
            String sourceUri,
            @Nullable String title,
            @Nullable String language,
            @Nullable String publisher) {}

    /**
     * A field that differs.
     *
     * @param name the column
     * @param before its earlier value, lists and structures as JSON; null where the column was null
     * @param after its later value in the same form
     */
    public record Field(
            String name, @Nullable String before, @Nullable String after) {}

    /** Takes changes: those of one doc_id in its order, then those of edited pages, then what came and went. */
    @FunctionalInterface
    public interface Sink {
        void accept(Change change) throws IOException;
    }

    public Change {
        fields = List.copyOf(fields);
    }
}
