package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.SortedRuns;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Writes the table of a batch's documents that repeat others. Thread-safe where each call has a batch of its own. */
public final class DuplicatesTable {
    private static final int ID = Tables.DUPLICATES.position("doc_id");

    private final Storage dataset;
    private final String staging;

    /** @param staging folder of the run in the dataset */
    public DuplicatesTable(Storage dataset, String staging) {
        this.dataset = dataset;
        this.staging = staging;
    }

    /**
     * Writes the parts that replace those of a batch, under the staging folder.
     *
     * @param rows new rows in any order, as the table {@code duplicates} has them
     * @param live the batch's live parts of this table
     * @param stays whether the live row of a document, by its doc_id, is still right
     */
    public List<Part> write(String batch, RowCursor rows, List<Part> live, Predicate<String> stays) throws IOException {
        String work = staging + "/merge/duplicates-of/batch=" + batch;
        LiveRows.Keeping keeping = row -> stays.test(Objects.requireNonNull(row.string(ID)));
        List<String> paths = LiveRows.paths(live, Tables.DUPLICATES.name());
        try (SortedRuns sorted = new SortedRuns(dataset, work, Tables.DUPLICATES, Tables.DUPLICATE_ORDER)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                sorted.add(row);
            }
            try (RowCursor all = sorted.openWith(new LiveRows(dataset, Tables.DUPLICATES, paths, keeping))) {
                return new PartSeries(dataset, staging).write(new PartSeries.Target(Tables.DUPLICATES, batch, 0), all);
            }
        }
    }
}
