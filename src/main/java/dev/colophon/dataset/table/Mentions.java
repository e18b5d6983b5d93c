package dev.colophon.dataset.table;

import dev.colophon.byline.people.Finding;
import dev.colophon.byline.people.PersonMatcher;
import dev.colophon.byline.people.Tie;
import dev.colophon.byline.people.Verdict;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Column;
import dev.colophon.dataset.parquet.ColumnType;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowOrder;
import dev.colophon.dataset.parquet.RowReader;
import dev.colophon.dataset.parquet.SortedRuns;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.model.ContributorKind;
import dev.colophon.storage.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every name of every document, sorted on disk by contributor. Besides, what must be seen while a document's names stand
 * side by side: which of them look alike and yet are two people, and how many pages each publisher has.
 */
final class Mentions implements Closeable {
    private static final Table<Void> PEOPLE =
            Tables.DOCUMENTS.project("people", "registered_domain", "publisher", "published_date", "contributors");
    private static final int PUBLISHER = PEOPLE.position("publisher");
    private static final int DOMAIN = PEOPLE.position("registered_domain");
    private static final int DATE = PEOPLE.position("published_date");
    private static final int CONTRIBUTORS = PEOPLE.position("contributors");

    private static final List<String> FIELDS = PEOPLE.columns().get(CONTRIBUTORS).fields().stream()
            .map(Column::name)
            .toList();

    /** The order of the columns is that of {@link #mention}; {@code document} numbers the documents as they are read. */
    static final Table<Void> TABLE = Table.of(
            "mentions",
            "",
            List.of(
                    Column.bare("contributor_id", ColumnType.STRING),
                    Column.bare("document", ColumnType.INT64),
                    Column.bare("name", ColumnType.STRING),
                    Column.bare("name_raw", ColumnType.STRING),
                    Column.bare("role", ColumnType.STRING),
                    Column.bare("kind", ColumnType.STRING),
                    Column.bare("publisher", ColumnType.STRING),
                    Column.bare("registered_domain", ColumnType.STRING),
                    Column.bare("published_date", ColumnType.DATE),
                    Column.bare("reference", ColumnType.STRING)));

    static final RowOrder ORDER =
            RowOrder.of(TABLE).nullsLast("contributor_id", "document").thenRest();
    static final int ID = TABLE.position("contributor_id");

    private final Storage storage;
    private final SortedRuns rows;
    private final Set<String> together = new HashSet<>();
    private final Map<String, Long> pages = new HashMap<>();
    private long documents;

    Mentions(Storage storage, String work) {
        this.storage = storage;
        this.rows = new SortedRuns(storage, work, TABLE, ORDER);
    }

    /** Reads a part of {@code documents}; others are passed over. */
    void read(Part part, String path) throws IOException {
        if (part.table().equals(Tables.DOCUMENTS.name())) {
            try (RowCursor parts = RowReader.open(storage, path, PEOPLE)) {
                for (Row row = parts.next(); row != null; row = parts.next()) {
                    read(row);
                }
            }
        }
    }

    private void read(Row document) throws IOException {
        documents++;
        count(document);
        Map<String, String> people = new HashMap<>();
        for (Object each : (List<?>) Objects.requireNonNull(document.value(CONTRIBUTORS))) {
            Row contributor = (Row) each;
            rows.add(mention(contributor, document));
            if (ContributorKind.PERSON.label().equals(text(contributor, "kind"))) {
                people.put(text(contributor, "contributor_id"), text(contributor, "name"));
            }
        }
        if (people.size() > 1) {
            noteAlike(people);
        }
    }

    private void count(Row document) {
        String publisher = document.string(PUBLISHER);
        String domain = document.string(DOMAIN);
        if (publisher != null) {
            pages.merge(publisher, 1L, Long::sum);
        }
        if (domain != null && !domain.equals(publisher)) {
            pages.merge(domain, 1L, Long::sum);
        }
    }

    private void noteAlike(Map<String, String> people) {
        people.forEach((one, name) -> people.forEach((other, otherName) -> {
            if (one.compareTo(other) < 0) {
                Finding finding = PersonMatcher.judge(name, otherName, EnumSet.noneOf(Tie.class));
                if (finding.verdict() != Verdict.DIFFERENT) {
                    together.add(one + ' ' + other);
                }
            }
        }));
    }

    private Row mention(Row contributor, Row document) {
        return TABLE.rowOf(
                field(contributor, "contributor_id"),
                documents,
                field(contributor, "name"),
                field(contributor, "name_raw"),
                field(contributor, "role"),
                field(contributor, "kind"),
                document.value(PUBLISHER),
                document.value(DOMAIN),
                document.value(DATE),
                field(contributor, "reference"));
    }

    private static @Nullable Object field(Row contributor, String field) {
        return contributor.value(FIELDS.indexOf(field));
    }

    private static String text(Row contributor, String field) {
        return Objects.requireNonNull(contributor.string(FIELDS.indexOf(field)));
    }

    /** Whether a document names both, and they look alike. */
    boolean areTogether(String one, String other) {
        return together.contains(one.compareTo(other) < 0 ? one + ' ' + other : other + ' ' + one);
    }

    /** Documents of a publisher, by its id, name or registered domain. */
    long pages(String publisher) {
        return pages.getOrDefault(publisher, 0L);
    }

    /** All mentions, those of one contributor one behind the other. */
    RowCursor open() throws IOException {
        return rows.open();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
