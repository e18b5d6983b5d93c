package dev.colophon.dataset.table;

import dev.colophon.dataset.parquet.Column;
import dev.colophon.dataset.parquet.ColumnType;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowOrder;
import dev.colophon.dataset.parquet.SortedRuns;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Documents of one batch with equal texts. Keys of all documents are sorted by text on disk; a first cursor counts each
 * cluster while a second follows and names its members, so that neither many documents nor a large cluster takes heap.
 * The members are sorted into the documents' order, in which {@link ClusterColumns} wants them. Not thread-safe.
 */
final class Clusters implements Closeable {
    /** What is read of every document. */
    static final Table<Void> KEYS = Tables.DOCUMENTS.project(
            "keys", "doc_id", "host", "captured_at", "published_date", "text_chars", "text_sha256", "source_uri");

    private static final int DOC_ID = KEYS.position("doc_id");
    private static final int HOST = KEYS.position("host");
    private static final int DATE = KEYS.position("published_date");
    private static final int CHARS = KEYS.position("text_chars");
    private static final int TEXT = KEYS.position("text_sha256");
    private static final RowOrder BY_TEXT = RowOrder.of(KEYS).nullsLast("text_sha256", "captured_at", "doc_id");

    /** What is known of a member. */
    static final Table<Void> MEMBERS = memberTable();

    static final int MEMBER_ID = MEMBERS.position("doc_id");
    static final int MEMBER_CLUSTER = MEMBERS.position("cluster_id");
    static final int MEMBER_SIZE = MEMBERS.position("cluster_size");

    private final SortedRuns byText;
    private final SortedRuns members;

    Clusters(Storage storage, String work) {
        byText = new SortedRuns(storage, work + "/texts", KEYS, BY_TEXT);
        members = new SortedRuns(
                storage,
                work + "/members",
                MEMBERS,
                RowOrder.of(MEMBERS).nullsLast("published_date", "host", "doc_id"));
    }

    private static Table<Void> memberTable() {
        List<Column<Void>> columns = new ArrayList<>(
                KEYS.project("members", "doc_id", "host", "published_date").columns());
        columns.add(Column.bare("cluster_id", ColumnType.STRING));
        columns.add(Column.bare("cluster_size", ColumnType.INT32));
        return Table.of("members", "", columns);
    }

    /** Adds a document, as a row of {@link #KEYS}. */
    void add(Row key) throws IOException {
        Integer chars = (Integer) key.value(CHARS);
        if (key.value(TEXT) != null && chars != null && chars > 0) {
            byText.add(key);
        }
    }

    /** Finds the clusters once all documents are there. */
    void find() throws IOException {
        try (RowCursor ahead = byText.open();
                RowCursor behind = byText.open()) {
            Row first = ahead.next();
            while (first != null) {
                int size = 1;
                Row next = ahead.next();
                while (next != null && Objects.equals(next.value(TEXT), first.value(TEXT))) {
                    size++;
                    next = ahead.next();
                }
                cluster(behind, size);
                first = next;
            }
        }
        byText.close();
    }

    /** Members of all clusters of two documents or more, as rows of {@link #MEMBERS} in the order of the documents. */
    RowCursor members() throws IOException {
        return members.open();
    }

    private void cluster(RowCursor rows, int size) throws IOException {
        Binary canonical = null;
        for (int i = 0; i < size; i++) {
            Row row = Objects.requireNonNull(rows.next(), "a cluster shrank while it was read");
            if (size == 1) {
                return;
            }
            canonical = canonical == null ? row.binary(DOC_ID) : canonical;
            member(row, canonical, size);
        }
    }

    private void member(Row key, @Nullable Binary canonical, int size) throws IOException {
        Row row = new MemberRow(key).with(canonical, size);
        members.add(row);
    }

    private record MemberRow(Row key) {
        Row with(@Nullable Binary canonical, int size) {
            Row row = MEMBERS.emptyRow();
            row.set(MEMBER_ID, key.value(DOC_ID));
            row.set(MEMBERS.position("host"), key.value(HOST));
            row.set(MEMBERS.position("published_date"), key.value(DATE));
            row.set(MEMBER_CLUSTER, canonical);
            row.set(MEMBER_SIZE, size);
            return row;
        }
    }

    @Override
    public void close() throws IOException {
        byText.close();
        members.close();
    }
}
