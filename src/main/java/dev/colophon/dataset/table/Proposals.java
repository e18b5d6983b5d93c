package dev.colophon.dataset.table;

import dev.colophon.byline.people.Link;
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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may be whom, sorted on disk. A proposal for a name that is merged is one for the contributor that stands for it. */
final class Proposals implements Closeable {
    private static final int MOST = 10;

    private static final Table<Void> TABLE = Table.of(
            "proposals",
            "",
            List.of(
                    Column.bare("contributor_id", ColumnType.STRING),
                    Column.bare("doubt", ColumnType.DOUBLE),
                    Column.bare("other", ColumnType.STRING),
                    Column.bare("reason", ColumnType.STRING),
                    Column.bare("score", ColumnType.DOUBLE)));

    private static final int ID = TABLE.position("contributor_id");
    private static final int OTHER = TABLE.position("other");

    private final SortedRuns found;
    private final SortedRuns lifted;
    private RowCursor rows = () -> null;
    private @Nullable Row head;

    Proposals(Storage storage, String work) {
        RowOrder order = RowOrder.of(TABLE).nullsLast("contributor_id", "doubt", "other", "reason");
        found = new SortedRuns(storage, work + "/found", TABLE, order);
        lifted = new SortedRuns(storage, work + "/lifted", TABLE, order);
    }

    void add(Link link) throws IOException {
        double score = link.finding().score();
        found.add(TABLE.rowOf(
                ColumnType.STRING.encode(link.one()),
                1 - score,
                ColumnType.STRING.encode(link.other()),
                ColumnType.STRING.encode(link.finding().reason()),
                score));
    }

    /** Makes them proposals between those who stand, once all joins are known. */
    void lift(Joins joins) throws IOException {
        try (RowCursor all = found.open()) {
            for (Row row = all.next(); row != null; row = all.next()) {
                String one = joins.standing(text(row, ID));
                String other = joins.standing(text(row, OTHER));
                if (!one.equals(other)) {
                    lifted.add(between(one, other, row));
                    lifted.add(between(other, one, row));
                }
            }
        }
        rows = lifted.open();
        head = rows.next();
    }

    private static Row between(String one, String other, Row row) {
        Row copy = TABLE.emptyRow();
        for (int i = 0; i < TABLE.columns().size(); i++) {
            copy.set(i, row.value(i));
        }
        copy.set(ID, ColumnType.STRING.encode(one));
        copy.set(OTHER, ColumnType.STRING.encode(other));
        return copy;
    }

    /** The best for a contributor; contributors are asked for in the order of their ids. */
    List<ContributorColumns.Proposal> of(String id) throws IOException {
        List<ContributorColumns.Proposal> best = new ArrayList<>();
        Set<String> others = new HashSet<>();
        for (; head != null && text(head, ID).compareTo(id) <= 0; head = rows.next()) {
            if (text(head, ID).equals(id) && best.size() < MOST && others.add(text(head, OTHER))) {
                best.add(new ContributorColumns.Proposal(
                        text(head, OTHER),
                        (Double) Objects.requireNonNull(head.value(TABLE.position("score"))),
                        text(head, TABLE.position("reason"))));
            }
        }
        return best;
    }

    private static String text(Row row, int column) {
        return Objects.requireNonNull(row.string(column));
    }

    @Override
    public void close() throws IOException {
        rows.close();
        found.close();
        lifted.close();
    }
}
