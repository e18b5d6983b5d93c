package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowReader;
import dev.colophon.dataset.parquet.SortedRuns;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Merges batches into one without changing a row: the rows of all of them in one order, in as few files as they fit. The
 * ledger of inputs goes on naming the batch of each, and what is known of a site is that of the batch that compared most of
 * its pages. Rows are sorted on disk, so that heap does not grow with the batches.
 */
public final class BatchMerge {
    private static final List<Table<?>> TABLES =
            List.of(Tables.DOCUMENTS, Tables.EVIDENCE, Tables.REJECTS, Tables.DUPLICATES);

    private final Storage dataset;
    private final String staging;

    /** @param staging folder of the run in the dataset */
    public BatchMerge(Storage dataset, String staging) {
        this.dataset = dataset;
        this.staging = staging;
    }

    /**
     * Writes the parts of the merged batch under the staging folder.
     *
     * @param into its name, which may be that of one of the batches
     * @param live the live parts of all the batches, of all tables
     * @throws IllegalArgumentException where two of them hold an input of one name, which would no longer be told apart
     */
    public List<Part> merge(String into, List<Part> live) throws IOException {
        List<Part> parts = new ArrayList<>();
        parts.add(InputLedger.write(dataset, staging, into, inputs(live)));
        String work = staging + "/merge/batch=" + into;
        dataset.delete(work);
        for (Table<?> table : TABLES) {
            List<String> paths = LiveRows.paths(live, table.name());
            try (SortedRuns runs = new SortedRuns(dataset, work + "/" + table.name(), table, Tables.order(table))) {
                add(table, paths, runs);
                try (RowCursor rows = runs.open()) {
                    PartSeries.Target target = new PartSeries.Target(table, into, bloomRows(table, live));
                    parts.addAll(new PartSeries(dataset, staging).write(target, rows));
                }
            }
        }
        List<String> sites = LiveRows.paths(live, SiteLedger.TABLE);
        if (!sites.isEmpty()) {
            parts.add(SiteLedger.merge(dataset, staging, into, sites));
        }
        dataset.delete(work);
        return parts;
    }

    private void add(Table<?> table, List<String> paths, SortedRuns runs) throws IOException {
        for (String path : paths) {
            try (RowCursor rows = RowReader.open(dataset, path, table)) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    runs.add(row);
                }
            }
        }
    }

    private static long bloomRows(Table<?> table, List<Part> live) {
        return table == Tables.DOCUMENTS
                ? live.stream()
                        .filter(part -> part.table().equals(table.name()))
                        .mapToLong(Part::rows)
                        .sum()
                : 0;
    }

    private SortedMap<String, InputLedger.Entry> inputs(List<Part> live) throws IOException {
        SortedMap<String, InputLedger.Entry> inputs = new TreeMap<>();
        for (Part part : live) {
            if (part.table().equals(InputLedger.TABLE)) {
                for (InputLedger.Entry entry : InputLedger.read(dataset, part.path(), String.valueOf(part.batch()))
                        .values()) {
                    InputLedger.Entry other = inputs.put(entry.input().sourceUri(), entry);
                    if (other != null) {
                        throw new IllegalArgumentException("batches " + other.batch() + " and " + entry.batch()
                                + " cannot be merged: both hold an input "
                                + entry.input().sourceUri());
                    }
                }
            }
        }
        return inputs;
    }
}
