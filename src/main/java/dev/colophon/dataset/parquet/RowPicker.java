package dev.colophon.dataset.parquet;

import dev.colophon.storage.Storage;
import java.io.IOException;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.filter2.columnindex.RowRanges;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one Parquet file that have certain numbers, and of its pages only those that hold them. */
public final class RowPicker implements RowCursor {
    private final ParquetFileReader file;
    private final MessageColumnIO columns;
    private final RowMaterializer rows;
    private final long[] wanted;
    private int next;
    private int group;
    private long groupStart;
    private @Nullable RecordReader<Row> reader;
    private long left;

    private RowPicker(Storage storage, String path, Table<?> table, long[] wanted) throws IOException {
        this.wanted = wanted;
        this.file = RowReader.open(storage, path, FilterCompat.NOOP);
        try {
            file.setRequestedSchema(table.schema());
            columns = new ColumnIOFactory()
                    .getColumnIO(table.schema(), file.getFileMetaData().getSchema());
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

    @Override
    public @Nullable Row next() throws IOException {
        while (reader == null || left == 0) {
            if (next == wanted.length || group == file.getRowGroups().size()) {
                return null;
            }
            openGroup(file.getRowGroups().get(group));
        }
        left--;
        return reader.read();
    }

    /** Where a row group holds no wanted row, none of it is read. */
    private void openGroup(BlockMetaData block) throws IOException {
        RowRanges.Builder ranges = RowRanges.builder();
        int first = next;
        for (; next < wanted.length && wanted[next] < groupStart + block.getRowCount(); next++) {
            ranges.addSelectedRow(wanted[next] - groupStart);
        }
        if (next > first) {
            PageReadStore pages = file.readFilteredRowGroup(group, ranges.build());
            reader = columns.getRecordReader(pages, rows, FilterCompat.NOOP);
            left = pages.getRowCount();
        }
        groupStart += block.getRowCount();
        group++;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
