package dev.colophon.dataset.parquet;

import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * What a Parquet file's footer says.
 *
 * @param rows rows in it
 * @param schema its schema as {@link Table#schemaText} writes it: with the columns' numbers, also where the file has none
 * @param rowGroups its row groups
 * @param bloomFilters columns with a Bloom filter in every row group
 * @param pageIndexes whether every column chunk has a column index and an offset index
 */
public record ParquetFile(long rows, String schema, int rowGroups, Set<String> bloomFilters, boolean pageIndexes) {
    /** Reads the footer. */
    public static ParquetFile inspect(Storage storage, String path) throws IOException {
        try (ParquetFileReader file = RowReader.open(storage, path, FilterCompat.NOOP)) {
            List<BlockMetaData> groups = file.getRowGroups();
            return new ParquetFile(
                    file.getRecordCount(),
                    FieldIds.in(file.getFileMetaData().getSchema()).toString(),
                    groups.size(),
                    bloomFilters(groups),
                    groups.stream()
                            .flatMap(group -> group.getColumns().stream())
                            .allMatch(ParquetFile::indexed));
        }
    }

    /** How a file's columns differ from those of a table; null where they do not. */
    public static @Nullable SchemaDifference difference(Storage storage, String path, Table<?> table)
            throws IOException {
        try (ParquetFileReader file = RowReader.open(storage, path, FilterCompat.NOOP)) {
            return SchemaDifference.between(FieldIds.in(file.getFileMetaData().getSchema()), table.schema());
        }
    }

    /** The columns of a table that a file has as the table has them. */
    public static Set<String> columns(Storage storage, String path, Table<?> table) throws IOException {
        try (ParquetFileReader file = RowReader.open(storage, path, FilterCompat.NOOP)) {
            MessageType written = FieldIds.in(file.getFileMetaData().getSchema());
            Set<String> columns = new TreeSet<>();
            for (Type field : table.schema().getFields()) {
                if (written.containsField(field.getName())
                        && written.getType(field.getName()).equals(field)) {
                    columns.add(field.getName());
                }
            }
            return columns;
        }
    }

    private static boolean indexed(ColumnChunkMetaData chunk) {
        return chunk.getColumnIndexReference() != null && chunk.getOffsetIndexReference() != null;
    }

    private static Set<String> bloomFilters(List<BlockMetaData> groups) {
        Set<String> present = new TreeSet<>();
        Set<String> missing = new TreeSet<>();
        for (BlockMetaData group : groups) {
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                Set<String> side = chunk.getBloomFilterOffset() >= 0 ? present : missing;
                side.add(chunk.getPath().toDotString());
            }
        }
        present.removeAll(missing);
        return present;
    }
}
