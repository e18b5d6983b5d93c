package dev.colophon.report;

import java.util.List;

/**
 * A table for the data dictionary.
 *
 * @param name its name, which is its folder's too
 * @param description what a row is
 * @param batched whether its parts lie in folders {@code batch=…}, which readers take as one more column
 * @param columns its columns, in order
 */
public record TableDescription(String name, String description, boolean batched, List<ColumnDescription> columns) {
    public TableDescription {
        columns = List.copyOf(columns);
    }

    /** Its files, relative to the dataset's root. */
    String glob() {
        return name + (batched ? "/*/*.parquet" : "/*.parquet");
    }
}
