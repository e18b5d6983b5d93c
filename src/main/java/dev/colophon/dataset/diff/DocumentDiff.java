package dev.colophon.dataset.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colophon.dataset.Generations;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Column;
import dev.colophon.dataset.parquet.ParquetFile;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowOrder;
import dev.colophon.dataset.parquet.RowReader;
import dev.colophon.dataset.parquet.SortedRuns;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.dataset.table.Tables;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the documents of two manifests. Parts that both hold are passed over; the documents of the others are sorted by
 * {@code doc_id} on disk and joined as streams, so that heap does not grow with the archive. The columns that say which
 * rules and settings made a row are not compared: a document that they alone tell apart says what it said before.
 */
public final class DocumentDiff {
    /** What made a row, in contrast to what it says. */
    private static final Set<String> MAKERS = Set.of(
            "pipeline_version", "extractor_version", "date_rules_version", "name_rules_version", "settings_sha256");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Storage dataset;
    private final Generations generations;
    private final Storage scratch;

    /**
     * @param dataset where the manifests' parts lie
     * @param scratch a folder for sorting, as large as the text of the documents that differ; what is put there is removed
     */
    public DocumentDiff(Storage dataset, Generations generations, Storage scratch) {
        this.dataset = dataset;
        this.generations = generations;
        this.scratch = scratch;
    }

    /**
     * Compares.
     *
     * @param sink gets every document that differs
     * @throws dev.colophon.dataset.GenerationGoneException where parts of one of them are no longer kept
     */
    public void compare(Manifest from, Manifest to, Change.Sink sink) throws IOException {
        List<String> before = paths(from, to);
        List<String> after = paths(to, from);
        Table<Void> table = table(before, after);
        try (SortedRuns left = sorted("before", table, before);
                SortedRuns right = sorted("after", table, after);
                RowCursor old = left.open();
                RowCursor now = right.open()) {
            new Join(table, sink).run(old, now);
        }
    }

    /** Where the parts lie that one manifest holds and the other does not. */
    private List<String> paths(Manifest of, Manifest other) throws IOException {
        Set<Part> shared = Set.copyOf(other.parts(Tables.named("documents").name()));
        List<String> paths = new ArrayList<>();
        for (Part part : of.parts("documents")) {
            if (!shared.contains(part)) {
                paths.add(generations.require(of, part));
            }
        }
        return paths;
    }

    /** The columns that all of the files have: another version may have written some of them. */
    private Table<Void> table(List<String> before, List<String> after) throws IOException {
        Table<?> documents = Tables.named("documents");
        Set<String> columns = new LinkedHashSet<>(
                documents.columns().stream().map(Column::name).toList());
        for (List<String> paths : List.of(before, after)) {
            for (String path : paths) {
                columns.retainAll(ParquetFile.columns(dataset, path, documents));
            }
        }
        return documents.project("compared", columns.toArray(String[]::new));
    }

    private SortedRuns sorted(String name, Table<Void> table, List<String> paths) throws IOException {
        SortedRuns runs =
                new SortedRuns(scratch, name, table, RowOrder.of(table).nullsLast("doc_id", "source_uri"));
        for (String path : paths) {
            try (RowCursor rows = RowReader.open(dataset, path, table)) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    runs.add(row);
                }
            }
        }
        return runs;
    }

    /** Walks both sides in the order of doc_id. */
    private static final class Join {
        private final Table<Void> table;
        private final int id;
        private final Change.Sink sink;

        Join(Table<Void> table, Change.Sink sink) {
            this.table = table;
            this.id = table.position("doc_id");
            this.sink = sink;
        }

        void run(RowCursor before, RowCursor after) throws IOException {
            Row old = before.next();
            Row now = after.next();
            while (old != null || now != null) {
                int order = old == null ? 1 : now == null ? -1 : compare(old, now);
                if (order < 0) {
                    one(Change.Kind.GONE, Objects.requireNonNull(old));
                    old = before.next();
                } else if (order > 0) {
                    one(Change.Kind.ADDED, Objects.requireNonNull(now));
                    now = after.next();
                } else {
                    both(Objects.requireNonNull(old), Objects.requireNonNull(now));
                    old = before.next();
                    now = after.next();
                }
            }
        }

        private int compare(Row left, Row right) {
            return RowOrder.bytes(Objects.requireNonNull(left.binary(id)), Objects.requireNonNull(right.binary(id)));
        }

        private void one(Change.Kind kind, Row row) throws IOException {
            sink.accept(new Change(kind, Objects.requireNonNull(row.string(id)), subject(row), List.of()));
        }

        private void both(Row old, Row now) throws IOException {
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
            sink.accept(new Change(Change.Kind.CHANGED, Objects.requireNonNull(now.string(id)), subject(now), fields));
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
    }

    private static @Nullable String text(@Nullable Object value) {
        try {
            return value instanceof List<?> ? JSON.writeValueAsString(value) : value == null ? null : value.toString();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot write " + value, impossible);
        }
    }
}
