package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
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
record RunTask(String table, List<String> runs, String path) implements ConsolidationTask {
    RunTask {
        runs = List.copyOf(runs);
    }

    @Override
    public String name() {
        return path;
    }

    private static String written(String staging, String attempt) {
        return ConsolidationTask.place(staging, attempt) + "/run.parquet";
    }

    @Override
    public List<Part> write(Storage dataset, String staging, String attempt) throws IOException {
        Table<?> columns = Tables.named(table);
        String work = ConsolidationTask.place(staging, attempt) + "/runs";
        try (SortedRuns sorted = new SortedRuns(dataset, work, columns, Tables.order(columns))) {
            runs.forEach(run -> sorted.addRun(RunFile.whole(run)));
            try (RowCursor rows = sorted.open();
                    RowWriter writer =
                            new RowWriter(dataset, written(staging, attempt), columns, RowWriter.Profile.RUN)) {
                writer.finishWith(rows);
            }
        }
        return List.of();
    }

    @Override
    public void take(Storage dataset, String staging, String attempt, List<Part> parts) throws IOException {
        dataset.move(written(staging, attempt), path);
    }
}
