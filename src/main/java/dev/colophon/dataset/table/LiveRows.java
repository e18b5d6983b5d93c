package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RunFile;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the live parts of one table and batch, one part after the other: as they were written, they are in order. */
final class LiveRows implements RowCursor {
    /** Decides which rows stay; asked for every row in order. */
    @FunctionalInterface
    interface Keeping {
        boolean keeps(Row row) throws IOException;
    }

    private final Storage storage;
    private final Table<?> table;
    private final Iterator<RunFile> parts;
    private final Keeping keeping;
    private @Nullable RowCursor part;

    private LiveRows(Storage storage, Table<?> table, Iterator<RunFile> parts, Keeping keeping) {
        this.storage = storage;
        this.table = table;
        this.parts = parts;
        this.keeping = keeping;
    }

    /** @param paths of the table's parts, in the order to read them in */
    LiveRows(Storage storage, Table<?> table, List<String> paths, Keeping keeping) {
        this(storage, table, paths.stream().map(RunFile::whole).iterator(), keeping);
    }

    /** The same of some of their rows. */
    static LiveRows of(Storage storage, Table<?> table, List<RunFile> parts, Keeping keeping) {
        return new LiveRows(storage, table, parts.iterator(), keeping);
    }

    /** Paths of a table's parts in order. */
    static List<String> paths(List<Part> parts, String table) {
        return parts.stream()
                .filter(part -> part.table().equals(table))
                .map(Part::path)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (true) {
            Row row = part == null ? null : part.next();
            if (row == null) {
                close();
                if (!parts.hasNext()) {
                    return null;
                }
                part = parts.next().open(storage, table);
            } else if (keeping.keeps(row)) {
                return row;
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (part != null) {
            part.close();
            part = null;
        }
    }
}
