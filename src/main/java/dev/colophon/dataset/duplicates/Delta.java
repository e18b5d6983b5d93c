package dev.colophon.dataset.duplicates;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which documents come and which go; one whose text, address, time of capture or batch changes does both.
 *
 * @param added entries with the numbers of the archive as it will be
 * @param removed entries with the numbers of the archive as it was
 */
record Delta(RecordSorter added, RecordSorter removed) implements Closeable {
    /** Some batches of an archive. */
    record Side(Holdings holdings, DocumentRows rows) {}

    /** Compares some batches as they were and as they will be. */
    static Delta of(Side before, Side after, Collection<String> batches, Workshop workshop) throws IOException {
        Delta delta = new Delta(workshop.sorter("added", Entry.WIDTH), workshop.sorter("removed", Entry.WIDTH));
        try (RecordSorter old = entries(before, batches, workshop.sorter("old", Entry.WIDTH));
                RecordSorter young = entries(after, batches, workshop.sorter("young", Entry.WIDTH));
                RecordCursor olds = old.open();
                RecordCursor youngs = young.open()) {
            Entry one = next(olds);
            Entry other = next(youngs);
            while (one != null || other != null) {
                int order = one == null ? 1 : other == null ? -1 : one.id().compareTo(other.id());
                boolean same = order == 0 && isSame(before, one, after, other);
                if (order <= 0) {
                    delta.add(same, delta.removed, one);
                    one = next(olds);
                }
                if (order >= 0) {
                    delta.add(same, delta.added, other);
                    other = next(youngs);
                }
            }
        }
        return delta;
    }

    private static boolean isSame(Side before, @Nullable Entry one, Side after, @Nullable Entry other) {
        return one != null
                && other != null
                && one.isSameAs(other)
                && before.holdings.name(one.batch()).equals(after.holdings.name(other.batch()));
    }

    private void add(boolean same, RecordSorter side, @Nullable Entry entry) throws IOException {
        if (!same) {
            side.add(Objects.requireNonNull(entry).bytes());
        }
    }

    private static RecordSorter entries(Side side, Collection<String> batches, RecordSorter into) throws IOException {
        for (String name : batches) {
            BatchDocuments batch = side.holdings.named(name);
            if (batch != null) {
                int number = Objects.requireNonNull(side.holdings.numbers().get(name));
                side.rows.all(batch, DocumentKeys.COLUMNS, (row, document) -> {
                    Entry entry = DocumentKeys.entry(document, row, number);
                    if (entry != null) {
                        into.add(entry.bytes());
                    }
                });
            }
        }
        return into;
    }

    private static @Nullable Entry next(RecordCursor records) throws IOException {
        byte[] record = records.next();
        return record == null ? null : Entry.of(record);
    }

    @Override
    public void close() throws IOException {
        added.close();
        removed.close();
    }
}
