package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowReader;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the rows of {@code contributors} for people to look at. */
public final class ContributorList {
    private ContributorList() {}

    /**
     * A row of the table.
     *
     * @param mergedInto the id that takes its place; null while it stands
     * @param reasons why it is merged, ignored or of another kind than in documents
     */
    public record Entry(
            String id,
            String name,
            String kind,
            List<String> variants,
            List<String> publishers,
            long documents,
            List<Proposal> sameAs,
            @Nullable String mergedInto,
            boolean ignored,
            List<String> reasons) {}

    /** Somebody who may be the same. */
    public record Proposal(String id, double score, String reason) {}

    /**
     * Reads all rows in the order of ids.
     *
     * @param parts live parts; those of other tables are passed over
     * @throws IllegalStateException where another version wrote the table
     */
    public static void read(Storage storage, List<Part> parts, Consumer<Entry> reader) throws IOException {
        for (String path : LiveRows.paths(parts, Tables.CONTRIBUTORS.name())) {
            try (RowCursor rows = RowReader.open(storage, path, Tables.CONTRIBUTORS)) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    reader.accept(entry(Tables.CONTRIBUTORS.readable(row)));
                }
            }
        }
    }

    private static Entry entry(Map<String, @Nullable Object> row) {
        Object mergedInto = row.get("merged_into");
        return new Entry(
                text(row.get("contributor_id")),
                text(row.get("name")),
                text(row.get("kind")),
                texts(row.get("variants")),
                texts(row.get("publishers")),
                (Long) Objects.requireNonNull(row.get("documents")),
                ((List<?>) Objects.requireNonNull(row.get("same_as")))
                        .stream().map(ContributorList::proposal).toList(),
                mergedInto == null ? null : mergedInto.toString(),
                Boolean.TRUE.equals(row.get("ignored")),
                texts(row.get("reasons")));
    }

    private static Proposal proposal(Object proposal) {
        Map<?, ?> fields = (Map<?, ?>) proposal;
        return new Proposal(
                text(fields.get("contributor_id")),
                (Double) Objects.requireNonNull(fields.get("score")),
                text(fields.get("reason")));
    }

    private static String text(@Nullable Object value) {
        return Objects.requireNonNull(value).toString();
    }

    private static List<String> texts(@Nullable Object values) {
        return ((List<?>) Objects.requireNonNull(values))
                .stream().map(Object::toString).toList();
    }
}
