package dev.colophon.dataset.parquet;

import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.Objects;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.filter2.predicate.Operators.BinaryColumn;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one Parquet file in order, row group by row group; holds the compressed bytes of one row group's
 * wanted columns and a page of each.
 */
public final class RowReader implements RowCursor {
    private final ParquetFileReader file;
    private final MessageColumnIO columns;
    private final RowMaterializer rows;
    private final FilterCompat.Filter filter;
    private @Nullable RecordReader<Row> group;
    private long left;

    private RowReader(Storage storage, String path, Table<?> table, FilterCompat.Filter filter) throws IOException {
        this.filter = filter;
        this.file = open(storage, path, filter);
        try {
            columns = columns(file, table);
            rows = new RowMaterializer(table);
        } catch (RuntimeException fault) {
            file.close();
            throw fault;
        }
    }

    /**
     * Opens a file for the columns of {@code table}, which may be a projection of the table that the file is of.
     *
     * @throws IllegalStateException where the file does not have these columns, but for such as may be null, which are null
     *     then, and lists, which are empty
     */
    public static RowReader open(Storage storage, String path, Table<?> table) throws IOException {
        return new RowReader(storage, path, table, FilterCompat.NOOP);
    }

    /**
     * Opens a file for the rows in which a string column equals {@code value}, skipping what statistics and Bloom
     * filters exclude.
     */
    public static RowReader matching(Storage storage, String path, Table<?> table, Match match) throws IOException {
        var equal = FilterApi.eq(FilterApi.binaryColumn(match.column()), Utf8.binary(match.value()));
        return new RowReader(storage, path, table, FilterCompat.get(equal));
    }

    /** Opens a file for the rows in which a string column holds certain values, skipping what statistics exclude. */
    static RowReader between(Storage storage, String path, Table<?> table, RunFile.Keys keys) throws IOException {
        BinaryColumn column = FilterApi.binaryColumn(keys.column());
        FilterPredicate from = FilterApi.gtEq(column, Utf8.binary(keys.from()));
        FilterPredicate wanted =
                keys.below() == null ? from : FilterApi.and(from, FilterApi.lt(column, Utf8.binary(keys.below())));
        return new RowReader(storage, path, table, FilterCompat.get(wanted));
    }

    /** A string column and the value that is wanted of it. */
    public record Match(String column, String value) {}

    static ParquetFileReader open(Storage storage, String path, FilterCompat.Filter filter) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ZstdCodec(RowWriter.Profile.RUN.level()))
                .withUseHadoopVectoredIo(false)
                .useBloomFilter()
                .useColumnIndexFilter()
                .useStatsFilter()
                .useRecordFilter()
                .withRecordFilter(filter)
                .build();
        return ParquetFileReader.open(new StoredInput(storage, path), options);
    }

    /**
     * Asks a file for the columns of a table.
     *
     * @throws IllegalStateException where it does not have them
     */
    static MessageColumnIO columns(ParquetFileReader file, Table<?> table) {
        MessageType written = file.getFileMetaData().getSchema();
        requireColumns(file.getFile(), FieldIds.in(written), table.schema());
        file.setRequestedSchema(table.schema());
        return new ColumnIOFactory().getColumnIO(table.schema(), written);
    }

    private static void requireColumns(String file, MessageType written, MessageType wanted) {
        for (Type field : wanted.getFields()) {
            Type found = written.containsField(field.getName()) ? written.getType(field.getName()) : null;
            if (!isReadable(field, found)) {
                throw new IllegalStateException(
                        file + " was written by another version: expected the column " + field + ", found " + found);
            }
        }
    }

    /**
     * Whether the file's column is the wanted one, or lacks what may be null or is a list: earlier versions did not
     * write it.
     */
    static boolean isReadable(Type wanted, @Nullable Type found) {
        if (found == null) {
            return wanted.isRepetition(Type.Repetition.OPTIONAL)
                    || wanted.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation;
        }
        if (wanted.equals(found) || wanted.isPrimitive() || found.isPrimitive()) {
            return wanted.equals(found);
        }
        boolean same = wanted.isRepetition(found.getRepetition())
                && Objects.equals(wanted.getLogicalTypeAnnotation(), found.getLogicalTypeAnnotation());
        return same
                && found.asGroupType().getFields().stream()
                        .allMatch(field -> wanted.asGroupType().containsField(field.getName()))
                && wanted.asGroupType().getFields().stream().allMatch(field -> isReadable(field, in(found, field)));
    }

    private static @Nullable Type in(Type group, Type field) {
        GroupType fields = group.asGroupType();
        return fields.containsField(field.getName()) ? fields.getType(field.getName()) : null;
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (true) {
            if (group == null || left == 0) {
                PageReadStore pages = file.readNextFilteredRowGroup();
                if (pages == null) {
                    return null;
                }
                group = columns.getRecordReader(pages, rows, filter);
                left = pages.getRowCount();
            } else {
                left--;
                Row row = group.read();
                if (row != null && !group.shouldSkipCurrentRecord()) {
                    return row;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
