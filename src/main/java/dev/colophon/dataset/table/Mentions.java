package dev.colophon.dataset.table;

import dev.colophon.dataset.json.Json;
import dev.colophon.dataset.parquet.Column;
import dev.colophon.dataset.parquet.ColumnType;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowOrder;
import dev.colophon.dataset.parquet.RunFile;
import dev.colophon.dataset.parquet.SortedRuns;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every name of every document, sorted by contributor, as {@link MentionsTask}s have read them; and what these saw of
 * names that stand side by side.
 */
final class Mentions implements Closeable {
    /**
     * The order of the columns is that of {@link MentionReader}; {@code group} numbers documents that name the same
     * people, of which there are {@code documents}.
     */
    static final Table<Void> TABLE = Table.of(
            "mentions",
            "",
            List.of(
                    Column.bare("contributor_id", ColumnType.STRING),
                    Column.bare("group", ColumnType.INT64),
                    Column.bare("documents", ColumnType.INT64),
                    Column.bare("name", ColumnType.STRING),
                    Column.bare("name_raw", ColumnType.STRING),
                    Column.bare("role", ColumnType.STRING),
                    Column.bare("kind", ColumnType.STRING),
                    Column.bare("publisher", ColumnType.STRING),
                    Column.bare("registered_domain", ColumnType.STRING),
                    Column.bare("first_seen", ColumnType.DATE),
                    Column.bare("last_seen", ColumnType.DATE),
                    Column.bare("reference", ColumnType.STRING)));

    static final RowOrder ORDER =
            RowOrder.of(TABLE).nullsLast("contributor_id", "group").thenRest();
    static final int ID = TABLE.position("contributor_id");

    private final Storage storage;
    private final SortedRuns rows;
    private final Map<String, Long> pages = new HashMap<>();
    private final Set<String> together = new HashSet<>();

    /** @param work folder for what is merged */
    Mentions(Storage storage, String work) {
        this.storage = storage;
        this.rows = new SortedRuns(storage, work, TABLE, ORDER);
    }

    /** Adds what a task has read, once it is taken. */
    void add(MentionsTask task) throws IOException {
        rows.addRun(RunFile.whole(task.mentions()));
        SeenTogether seen;
        try (InputStream in = storage.open(task.seen())) {
            seen = Json.read(in.readAllBytes(), SeenTogether.class, task.seen());
        }
        seen.pages().forEach((publisher, count) -> pages.merge(publisher, count, Long::sum));
        together.addAll(seen.alike());
    }

    /** Whether a document names both, and they look alike. */
    boolean areTogether(String one, String other) {
        return together.contains(SeenTogether.pair(one, other));
    }

    /** Documents of a publisher, by its id, name or registered domain. */
    long pages(String publisher) {
        return pages.getOrDefault(publisher, 0L);
    }

    /** All mentions, those of one contributor one behind the other, and of these those of one group. */
    RowCursor open() throws IOException {
        return rows.open();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
