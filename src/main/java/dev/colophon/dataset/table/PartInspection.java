package dev.colophon.dataset.table;

import dev.colophon.dataset.parquet.ParquetFile;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a Parquet part is when it is opened again.
 *
 * @param rows rows in it
 * @param schema its Parquet schema
 * @param rowGroups its row groups
 * @param bloomFilters columns with a Bloom filter in every row group, sorted
 * @param pageIndexes whether every column has its page index
 * @param problems how it differs from what this version would write, for people; empty where it does not
 */
public record PartInspection(
        long rows, String schema, int rowGroups, Set<String> bloomFilters, boolean pageIndexes, List<String> problems) {

    /**
     * Opens a part by its footer.
     *
     * @param path where it stands now, live or staged
     * @param table name of its table
     * @throws IOException where it cannot be read
     * @throws RuntimeException where it is no Parquet file
     */
    public static PartInspection of(Storage storage, String path, String table) throws IOException {
        ParquetFile file = ParquetFile.inspect(storage, path);
        return new PartInspection(
                file.rows(),
                file.schema(),
                file.rowGroups(),
                file.bloomFilters(),
                file.pageIndexes(),
                problems(file, Tables.named(table)));
    }

    private static List<String> problems(ParquetFile file, Table<?> table) {
        List<String> problems = new ArrayList<>();
        if (!file.schema().equals(table.schemaText())) {
            problems.add("its columns are not those of " + table.name() + " in this version");
        }
        if (file.rows() > 0 && !file.bloomFilters().containsAll(table.bloomFilters())) {
            problems.add("it has Bloom filters on " + file.bloomFilters() + ", expected " + table.bloomFilters());
        }
        if (!file.pageIndexes()) {
            problems.add("it lacks a page index");
        }
        return problems;
    }
}
