package dev.colophon.dataset.table;

import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowWriter;
import dev.colophon.dataset.parquet.RunFile;
import dev.colophon.dataset.parquet.SortedRuns;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.List;

/**
 * Runs that become one, since every part of a batch is made of rows of all its runs: thousands of small files would be opened
 * for each.
 *
 * @param table name of their table
 * @param runs each in the table's order
 * @param path of the merged run
 */
record RunTask(String table, List<String> runs, String path) implements FileTask {
    RunTask {
        runs = List.copyOf(runs);
    }

    @Override
    public void write(Storage dataset, String staging, String work, String written) throws IOException {
        Table<?> columns = Tables.named(table);
        try (SortedRuns sorted = new SortedRuns(dataset, work + "/runs", columns, Tables.order(columns))) {
            runs.forEach(run -> sorted.addRun(RunFile.whole(run)));
            try (RowCursor rows = sorted.open();
                    RowWriter writer = new RowWriter(dataset, written, columns, RowWriter.Profile.RUN)) {
                writer.finishWith(rows);
            }
        }
    }
}
