package dev.colophon.dataset.parquet;

import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.stream.LongStream;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.filter2.columnindex.RowRanges;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one Parquet file that have certain numbers, and of its pages only those that hold them. */
public final class RowPicker implements RowCursor {
    private final ParquetFileReader file;
    private final MessageColumnIO columns;
    private final RowMaterializer rows;
    private final long[] wanted;
    private int at;
    private int end;
    private int group;
    private long start;
    private long nextStart;
    private boolean whole;
    private long place;
    private @Nullable RecordReader<Row> reader;

    private RowPicker(Storage storage, String path, Table<?> table, long[] wanted) throws IOException {
        this.wanted = wanted;
        this.file = RowReader.open(storage, path, FilterCompat.NOOP);
        try {
            columns = RowReader.columns(file, table);
            rows = new RowMaterializer(table);
        } catch (RuntimeException fault) {
            file.close();
            throw fault;
        }
    }

    /**
     * Opens a file.
     *
     * @param table the file's table or a projection of it
     * @param rows numbers of the wanted rows from 0, ascending
     */
    public static RowPicker open(Storage storage, String path, Table<?> table, long[] rows) throws IOException {
        return new RowPicker(storage, path, table, rows.clone());
    }

    /** Opens a file for rows that stand one behind the other. */
    static RowPicker open(Storage storage, String path, Table<?> table, RunFile.Rows rows) throws IOException {
        return new RowPicker(
                storage, path, table, LongStream.range(rows.from(), rows.to()).toArray());
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (reader == null || at == end) {
            if (end == wanted.length || group == file.getRowGroups().size()) {
                return null;
            }
            openGroup(file.getRowGroups().get(group));
        }
        Row row = reader.read();
        for (; whole && place < wanted[at] - start; place++) {
            row = reader.read();
        }
        place++;
        at++;
        return row;
    }

    /**
     * Where a row group holds no wanted row, none of it is read. Parquet 1.18.1 loses the last of some rows where it is alone
     * on its page: one more row is asked for, which is not read, and where there is none, the row group is read whole.
     */
    private void openGroup(BlockMetaData block) throws IOException {
        start = nextStart;
        nextStart += block.getRowCount();
        at = end;
        RowRanges.Builder ranges = RowRanges.builder();
        for (; end < wanted.length && wanted[end] < nextStart; end++) {
            ranges.addSelectedRow(wanted[end] - start);
        }
        if (end > at) {
            long last = wanted[end - 1] - start;
            whole = last == block.getRowCount() - 1;
            place = 0;
            PageReadStore pages = whole
                    ? file.readRowGroup(group)
                    : file.readFilteredRowGroup(
                            group, ranges.addSelectedRow(last + 1).build());
            reader = columns.getRecordReader(pages, rows, FilterCompat.NOOP);
        }
        group++;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
