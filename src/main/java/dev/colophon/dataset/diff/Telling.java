package dev.colophon.dataset.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colophon.dataset.parquet.Column;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes changes of rows. */
final class Telling {
    /** What made a row, in contrast to what it says. */
    private static final Set<String> MAKERS = Set.of(
            "pipeline_version", "extractor_version", "date_rules_version", "name_rules_version", "settings_sha256");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Table<Void> table;
    private final Change.Sink sink;

    Telling(Table<Void> table, Change.Sink sink) {
        this.table = table;
        this.sink = sink;
    }

    void gone(Row row) throws IOException {
        one(Change.Kind.GONE, row);
    }

    void added(Row row) throws IOException {
        one(Change.Kind.ADDED, row);
    }

    private void one(Change.Kind kind, Row row) throws IOException {
        sink.accept(new Change(kind, id(row), subject(row), List.of()));
    }

    /** Tells of a document that both manifests hold, where they differ. */
    void both(Row old, Row now) throws IOException {
        List<String> names = new ArrayList<>();
        List<Column<Void>> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (!MAKERS.contains(columns.get(i).name()) && !Objects.equals(old.value(i), now.value(i))) {
                names.add(columns.get(i).name());
            }
        }
        if (names.isEmpty()) {
            return;
        }
        Map<String, @Nullable Object> before = table.readable(old);
        Map<String, @Nullable Object> after = table.readable(now);
        List<Change.Field> fields = new ArrayList<>();
        for (String name : names) {
            fields.add(new Change.Field(name, text(before.get(name)), text(after.get(name))));
        }
        sink.accept(new Change(Change.Kind.CHANGED, id(now), subject(now), fields));
    }

    private String id(Row row) {
        return Objects.requireNonNull(string(row, "doc_id"));
    }

    private Change.Subject subject(Row row) {
        return new Change.Subject(
                Objects.requireNonNull(string(row, "source_uri")),
                string(row, "title"),
                string(row, "language"),
                string(row, "publisher"));
    }

    private @Nullable String string(Row row, String column) {
        return row.string(table.position(column));
    }

    private static @Nullable String text(@Nullable Object value) {
        try {
            return value instanceof List<?> ? JSON.writeValueAsString(value) : value == null ? null : value.toString();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot write " + value, impossible);
        }
    }
}
