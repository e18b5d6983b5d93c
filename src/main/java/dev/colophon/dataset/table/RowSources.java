package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the inputs that rows of some kind come from. Reads the columns that it needs, as a stream. */
public final class RowSources {
    private RowSources() {}

    /**
     * The {@code source_uri} of every document and reject for which all conditions hold; a table without one of the
     * columns has no such row.
     *
     * @param parts live parts; those of other tables are passed over
     */
    public static Set<String> where(Storage dataset, List<Part> parts, List<RowCondition> conditions)
            throws IOException {
        Set<String> sources = new TreeSet<>();
        for (Table<?> table : List.of(Tables.DOCUMENTS, Tables.REJECTS)) {
            if (conditions.stream().allMatch(condition -> condition.appliesTo(table))) {
                Table<Void> columns = table.project("sources", columns(conditions));
                LiveRows.Keeping holds = row -> conditions.stream().allMatch(each -> each.holds(columns, row));
                collect(new LiveRows(dataset, columns, LiveRows.paths(parts, table.name()), holds), columns, sources);
            }
        }
        return sources;
    }

    private static String[] columns(List<RowCondition> conditions) {
        return Stream.concat(Stream.of("source_uri"), conditions.stream().map(RowCondition::column))
                .distinct()
                .toArray(String[]::new);
    }

    /** The {@code source_uri} of every reject that another attempt may turn into a document. */
    public static Set<String> retryable(Storage dataset, List<Part> parts) throws IOException {
        Set<String> sources = new TreeSet<>();
        Table<Void> columns = Tables.REJECTS.project("sources", "source_uri", "retryable");
        int retryable = columns.position("retryable");
        LiveRows.Keeping keeping = row -> Boolean.TRUE.equals(row.value(retryable));
        List<String> paths = LiveRows.paths(parts, Tables.REJECTS.name());
        collect(new LiveRows(dataset, columns, paths, keeping), columns, sources);
        return sources;
    }

    private static void collect(LiveRows live, Table<Void> columns, Set<String> sources) throws IOException {
        int source = columns.position("source_uri");
        try (RowCursor rows = live) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                sources.add(Objects.requireNonNull(row.string(source)));
            }
        }
    }
}
