package dev.colophon.report;

import dev.colophon.dataset.parquet.Column;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.dataset.table.Tables;
import java.util.List;

/** The data dictionary, out of the tables' own declarations. */
public final class Dictionary {
    /** The one table whose rows go over all batches. */
    private static final String UNBATCHED = "contributors";

    private Dictionary() {}

    /** Every table of an archive, in the order to be shown. */
    public static List<TableDescription> tables() {
        return Tables.all().stream().map(Dictionary::table).toList();
    }

    private static TableDescription table(Table<?> table) {
        return new TableDescription(
                table.name(),
                table.description(),
                !table.name().equals(UNBATCHED),
                table.columns().stream().map(Dictionary::column).toList());
    }

    private static ColumnDescription column(Column<?> column) {
        return new ColumnDescription(
                column.name(),
                column.typeLabel(),
                column.nullable(),
                column.description(),
                column.example(),
                column.fields().stream().map(Dictionary::column).toList());
    }
}
