package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.parquet.Column;
import dev.colophon.dataset.parquet.ColumnType;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowOrder;
import dev.colophon.dataset.parquet.SortedRuns;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.dataset.table.Tables;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the table {@code duplicates} that change: gathers which document repeats which, then compares their texts
 * and gives the new rows batch by batch.
 */
final class Repeats implements Closeable {
    private static final Table<Void> ROWS = rows();
    private static final int BATCH = ROWS.position("number");

    private final Workshop workshop;
    private final RecordSorter tasks;
    private final SortedRuns rows;
    private final LongIndex changed = new LongIndex();
    private final LongIndex copies = new LongIndex();
    private final BitSet batches = new BitSet();
    private @Nullable RowCursor cursor;
    private @Nullable Row head;

    Repeats(Workshop workshop) {
        this.workshop = workshop;
        this.tasks = workshop.sorter("repeats", 2 * Entry.WIDTH);
        this.rows = new SortedRuns(
                workshop.storage(),
                workshop.folder() + "/rows",
                ROWS,
                RowOrder.of(ROWS).nullsLast("number", "cluster_id", "doc_id"));
    }

    private static Table<Void> rows() {
        Table<?> table = Tables.named("duplicates");
        List<Column<Void>> columns = new ArrayList<>(
                table.project("rows", table.columns().stream().map(Column::name).toArray(String[]::new))
                        .columns());
        columns.add(Column.bare("number", ColumnType.INT32));
        return Table.of("rows", "", columns);
    }

    /** Says that what the table has of a document does not hold any more. */
    void changed(Entry document) {
        changed.add(document.ref());
        batches.set(document.batch());
    }

    /** Says that a document is a member of the cluster of another one, which was captured first. */
    void copy(Entry document, Entry canonical) throws IOException {
        changed(document);
        copies.add(document.ref());
        tasks.add(both(canonical, document));
    }

    /** Says that a document, which stands for its cluster, has another text than the first capture of its address. */
    void revision(Entry document, Entry first) throws IOException {
        changed(document);
        tasks.add(both(first, document));
    }

    private static byte[] both(Entry earlier, Entry later) {
        byte[] record = Arrays.copyOf(earlier.bytes(), 2 * Entry.WIDTH);
        System.arraycopy(later.bytes(), 0, record, Entry.WIDTH, Entry.WIDTH);
        return record;
    }

    boolean isChanged(long ref) {
        return changed.contains(ref);
    }

    boolean isCopy(long ref) {
        return copies.contains(ref);
    }

    /** Numbers of the batches that have documents whose rows change. */
    BitSet batches() {
        return batches;
    }

    private record Task(Entry earlier, Entry later) {
        static Task of(byte[] record) {
            return new Task(
                    Entry.of(Arrays.copyOf(record, Entry.WIDTH)),
                    Entry.of(Arrays.copyOfRange(record, Entry.WIDTH, 2 * Entry.WIDTH)));
        }

        boolean isExact() {
            return earlier.text() == later.text();
        }
    }

    /** Compares the texts. Nothing may be added any more. */
    void compare() throws Exception {
        try (Comparisons comparisons = new Comparisons(workshop, "repeats-compared", false)) {
            addTo(comparisons);
            comparisons.run();
            addRows(comparisons);
        }
        cursor = rows.open();
        head = cursor.next();
    }

    /** Those that must be compared; of those that need not, the rows are known. */
    private void addTo(Comparisons comparisons) throws IOException {
        try (RecordCursor records = tasks.open()) {
            for (byte[] record = records.next(); record != null; record = records.next()) {
                Task task = Task.of(record);
                if (task.isExact()) {
                    rows.add(row(task, 1));
                } else {
                    comparisons.add(DocumentRows.place(task.earlier), DocumentRows.place(task.later));
                }
            }
        }
    }

    /** The rows of those that were compared, which come in the order of the tasks. */
    private void addRows(Comparisons comparisons) throws IOException {
        try (RecordCursor records = tasks.open()) {
            comparisons.forEach((one, other, similarity) -> {
                Task task = next(records);
                while (task.isExact()) {
                    task = next(records);
                }
                rows.add(row(task, similarity));
            });
        }
    }

    private static Task next(RecordCursor records) throws IOException {
        return Task.of(Objects.requireNonNull(records.next(), "more was compared than there is"));
    }

    private Row row(Task task, double similarity) {
        boolean copy = copies.contains(task.later.ref());
        boolean sameUrl = task.later.url() != 0 && task.later.url() == task.earlier.url();
        String method = task.isExact() ? "exact" : sameUrl ? "revision" : "near";
        Object later = ColumnType.STRING.encode(task.later.id());
        Object earlier = ColumnType.STRING.encode(task.earlier.id());
        return ROWS.rowOf(
                later,
                earlier,
                copy ? earlier : later,
                ColumnType.STRING.encode(method),
                similarity,
                sameUrl,
                task.later.batch());
    }

    /** The new rows of a batch in the table's order; batches must be asked for by ascending number. */
    RowCursor rowsOf(int batch) {
        Table<?> table = Tables.named("duplicates");
        return () -> {
            if (head == null || (Integer) Objects.requireNonNull(head.value(BATCH)) != batch) {
                return null;
            }
            Row row = table.emptyRow();
            for (int i = 0; i < table.columns().size(); i++) {
                row.set(i, head.value(i));
            }
            head = Objects.requireNonNull(cursor).next();
            return row;
        };
    }

    @Override
    public void close() throws IOException {
        if (cursor != null) {
            cursor.close();
        }
        tasks.close();
        rows.close();
    }
}
