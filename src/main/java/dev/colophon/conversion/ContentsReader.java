package dev.colophon.conversion;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowReader;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.dataset.table.Tables;
import dev.colophon.report.Contents;
import dev.colophon.report.Count;
import dev.colophon.report.RejectExample;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads from the published parts what a run's report tells of its documents and rejects. */
final class ContentsReader {
    private static final Table<Void> DOCUMENTS = Tables.named("documents")
            .project(
                    "contents",
                    "language",
                    "publisher",
                    "registered_domain",
                    "published_precision",
                    "title",
                    "author",
                    "editor",
                    "text_chars");
    private static final Table<Void> REJECTS = Tables.named("rejects")
            .project("examples", "reason", "source_uri", "container_path", "source_offset", "message");
    private static final Table<Void> DUPLICATES = Tables.named("duplicates").project("copies", "method");
    private static final int EXAMPLES_OF_A_REASON = 3;

    private final Storage storage;
    private final Map<String, Long> languages = new HashMap<>();
    private final Map<String, Long> publishers = new HashMap<>();
    private final Map<String, Long> precisions = new HashMap<>();
    private final Map<String, Long> contributors = new HashMap<>();
    private final Map<Having, Long> having = new EnumMap<>(Having.class);

    ContentsReader(Storage storage) {
        this.storage = storage;
    }

    private enum Having {
        TITLE("title"),
        TEXT("text"),
        LANGUAGE("language"),
        DATE("publication date"),
        AUTHOR("author"),
        EDITOR("editor");

        private final String label;

        Having(String label) {
            this.label = label;
        }
    }

    /** What the documents of the parts are like, and how many of them repeat others. */
    Contents contents(List<Part> documents, List<Part> duplicates) throws IOException {
        for (Part part : documents) {
            try (RowCursor rows = RowReader.open(storage, part.path(), DOCUMENTS)) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    count(row);
                }
            }
        }
        List<Count> coverage = new ArrayList<>();
        for (Having field : Having.values()) {
            coverage.add(new Count(field.label, having.getOrDefault(field, 0L)));
        }
        return new Contents(
                documents.stream().mapToLong(Part::rows).sum(),
                greatestFirst(languages),
                greatestFirst(publishers),
                greatestFirst(precisions),
                coverage,
                greatestFirst(contributors),
                methods(duplicates));
    }

    private List<Count> methods(List<Part> duplicates) throws IOException {
        Map<String, Long> methods = new HashMap<>();
        for (Part part : duplicates) {
            try (RowCursor rows = RowReader.open(storage, part.path(), DUPLICATES)) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    add(methods, row.string(0));
                }
            }
        }
        return greatestFirst(methods);
    }

    private void count(Row row) {
        String language = string(row, "language");
        add(languages, language == null ? "und" : language);
        String publisher = string(row, "publisher");
        add(publishers, publisher == null ? string(row, "registered_domain") : publisher);
        String precision = string(row, "published_precision");
        add(precisions, precision);
        String author = string(row, "author");
        String editor = string(row, "editor");
        add(contributors, author);
        add(contributors, editor == null || editor.equals(author) ? null : editor);
        have(Having.TITLE, string(row, "title") != null);
        have(Having.TEXT, row.value(DOCUMENTS.position("text_chars")) instanceof Number chars && chars.longValue() > 0);
        have(Having.LANGUAGE, language != null);
        have(Having.DATE, precision != null);
        have(Having.AUTHOR, author != null);
        have(Having.EDITOR, editor != null);
    }

    private void have(Having field, boolean has) {
        having.merge(field, has ? 1L : 0L, Long::sum);
    }

    private static @Nullable String string(Row row, String column) {
        return row.string(DOCUMENTS.position(column));
    }

    private static void add(Map<String, Long> counts, @Nullable String label) {
        if (label != null) {
            counts.merge(label, 1L, Long::sum);
        }
    }

    private static List<Count> greatestFirst(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::label))
                .toList();
    }

    /** The first rejects of each reason. */
    List<RejectExample> examples(List<Part> rejects) throws IOException {
        Map<String, Long> shown = new HashMap<>();
        List<RejectExample> examples = new ArrayList<>();
        for (Part part : rejects) {
            try (RowCursor rows = RowReader.open(storage, part.path(), REJECTS)) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    String reason = String.valueOf(row.string(REJECTS.position("reason")));
                    if (shown.merge(reason, 1L, Long::sum) <= EXAMPLES_OF_A_REASON) {
                        examples.add(new RejectExample(
                                reason, origin(row), String.valueOf(row.string(REJECTS.position("message")))));
                    }
                }
            }
        }
        examples.sort(Comparator.comparing(RejectExample::reason));
        return examples;
    }

    private static String origin(Row row) {
        String entry = row.string(REJECTS.position("container_path"));
        Object offset = row.value(REJECTS.position("source_offset"));
        String file = String.valueOf(row.string(REJECTS.position("source_uri")));
        boolean start = offset == null || offset.equals(0L);
        return file + (entry == null ? "" : "!" + entry) + (start ? "" : "@" + offset);
    }
}
