package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowReader;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.model.Evidence;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds single documents in an archive; Bloom filters and page indexes keep it from reading most of it. */
public final class DocumentLookup {
    private DocumentLookup() {}

    /**
     * A document's row: column names to strings, numbers, booleans, lists and maps, in the table's order; times in ISO
     * 8601, bytes in hex.
     *
     * @param parts live parts; those of other tables are passed over
     * @return null where the archive does not hold it
     */
    public static @Nullable Map<String, @Nullable Object> find(Storage storage, List<Part> parts, String docId)
            throws IOException {
        for (String path : LiveRows.paths(parts, Tables.DOCUMENTS.name())) {
            try (RowCursor rows = matching(storage, path, Tables.DOCUMENTS, docId)) {
                Row row = rows.next();
                if (row != null) {
                    return Tables.DOCUMENTS.readable(row);
                }
            }
        }
        return null;
    }

    /**
     * The evidence of a document, by field and rank; empty where there is none.
     *
     * @param parts live parts; those of other tables are passed over
     */
    public static List<Evidence> evidence(Storage storage, List<Part> parts, String docId) throws IOException {
        List<Evidence> found = new ArrayList<>();
        for (String path : LiveRows.paths(parts, Tables.EVIDENCE.name())) {
            try (RowCursor rows = matching(storage, path, Tables.EVIDENCE, docId)) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    found.add(evidence(Tables.EVIDENCE.readable(row)));
                }
            }
        }
        return found;
    }

    private static Evidence evidence(Map<String, @Nullable Object> row) {
        Object value = row.get("value");
        return new Evidence(
                text(row, "field"),
                Integer.parseInt(text(row, "rank")),
                text(row, "raw"),
                value == null ? null : value.toString(),
                text(row, "locator"),
                text(row, "rule"),
                Double.parseDouble(text(row, "confidence")),
                Boolean.parseBoolean(text(row, "chosen")));
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return Objects.requireNonNull(row.get(column), column).toString();
    }

    private static RowCursor matching(Storage storage, String path, Table<?> table, String docId) throws IOException {
        return RowReader.matching(storage, path, table, new RowReader.Match("doc_id", docId));
    }
}
