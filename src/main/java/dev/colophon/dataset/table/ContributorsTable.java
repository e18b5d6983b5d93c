package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Column;
import dev.colophon.dataset.parquet.ColumnType;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowOrder;
import dev.colophon.dataset.parquet.RowReader;
import dev.colophon.dataset.parquet.SortedRuns;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import dev.colophon.text.Scripts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everyone who made a document, over all batches. Read afresh from the documents' few columns that name people; mentions
 * are sorted on disk, so that heap holds one contributor at a time.
 */
public final class ContributorsTable {
    /** By code points, where {@link String#compareTo} goes by UTF-16 units. */
    private static final Comparator<String> CODE_POINTS = (left, right) -> RowOrder.bytes(
            (org.apache.parquet.io.api.Binary) ColumnType.STRING.encode(left),
            (org.apache.parquet.io.api.Binary) ColumnType.STRING.encode(right));

    private static final Table<Void> PEOPLE =
            Tables.DOCUMENTS.project("people", "publisher", "published_date", "contributors");
    private static final int PUBLISHER = PEOPLE.position("publisher");
    private static final int DATE = PEOPLE.position("published_date");
    private static final int CONTRIBUTORS = PEOPLE.position("contributors");

    private static final List<String> FIELDS = PEOPLE.columns().get(CONTRIBUTORS).fields().stream()
            .map(Column::name)
            .toList();

    /** The order of the columns is that of {@link #mention}. */
    private static final Table<Void> MENTIONS = Table.of(
            "mentions",
            "",
            List.of(
                    Column.bare("contributor_id", ColumnType.STRING),
                    Column.bare("name", ColumnType.STRING),
                    Column.bare("name_raw", ColumnType.STRING),
                    Column.bare("role", ColumnType.STRING),
                    Column.bare("kind", ColumnType.STRING),
                    Column.bare("publisher", ColumnType.STRING),
                    Column.bare("published_date", ColumnType.DATE),
                    Column.bare("first", ColumnType.BOOLEAN)));

    private static final int ID = MENTIONS.position("contributor_id");

    private final Storage dataset;
    private final String staging;

    /** @param staging folder of the run in the dataset */
    public ContributorsTable(Storage dataset, String staging) {
        this.dataset = dataset;
        this.staging = staging;
    }

    /**
     * Writes the table as it is after a commit, under the staging folder.
     *
     * @param live parts that stay; those of other tables are passed over
     * @param staged parts that the commit brings, as {@link BatchConsolidation} gave them
     * @return its parts, nearly always one
     */
    public List<Part> rebuild(List<Part> live, List<Part> staged) throws IOException {
        String work = staging + "/merge/contributors";
        dataset.delete(work);
        try (SortedRuns mentions =
                new SortedRuns(dataset, work, MENTIONS, RowOrder.of(MENTIONS).thenRest())) {
            for (Part part : live) {
                read(part, part.path(), mentions);
            }
            for (Part part : staged) {
                read(part, PartPaths.staged(staging, part.path()), mentions);
            }
            try (RowCursor rows = mentions.open()) {
                PartSeries.Target target = new PartSeries.Target(Tables.CONTRIBUTORS, null, 0);
                return new PartSeries(dataset, staging).write(target, new Summaries(rows));
            }
        }
    }

    private void read(Part part, String path, SortedRuns mentions) throws IOException {
        if (!part.table().equals(Tables.DOCUMENTS.name())) {
            return;
        }
        try (RowCursor rows = RowReader.open(dataset, path, PEOPLE)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                Set<@Nullable Object> seen = new HashSet<>();
                for (Object contributor : (List<?>) Objects.requireNonNull(row.value(CONTRIBUTORS))) {
                    mentions.add(mention((Row) contributor, row, seen));
                }
            }
        }
    }

    private static Row mention(Row contributor, Row document, Set<@Nullable Object> seen) {
        Object id = contributor.value(FIELDS.indexOf("contributor_id"));
        return MENTIONS.rowOf(
                id,
                contributor.value(FIELDS.indexOf("name")),
                contributor.value(FIELDS.indexOf("name_raw")),
                contributor.value(FIELDS.indexOf("role")),
                contributor.value(FIELDS.indexOf("kind")),
                document.value(PUBLISHER),
                document.value(DATE),
                seen.add(id));
    }

    /** One row for all mentions of a contributor. */
    private static final class Summaries implements RowCursor {
        private final RowCursor mentions;
        private @Nullable Row head;

        Summaries(RowCursor mentions) throws IOException {
            this.mentions = mentions;
            this.head = mentions.next();
        }

        @Override
        public @Nullable Row next() throws IOException {
            Row first = head;
            if (first == null) {
                return null;
            }
            Summary summary = new Summary(text(first, "contributor_id"), text(first, "kind"));
            while (head != null && Objects.equals(head.value(ID), first.value(ID))) {
                summary.add(head);
                head = mentions.next();
            }
            return Tables.CONTRIBUTORS.row(summary.finished());
        }
    }

    private static String text(Row mention, String column) {
        return Objects.requireNonNull(mention.string(MENTIONS.position(column)));
    }

    private static final class Summary {
        private final String id;
        private final String kind;
        private final Map<String, Long> names = new TreeMap<>(CODE_POINTS);
        private final TreeSet<String> variants = new TreeSet<>(CODE_POINTS);
        private final TreeSet<String> roles = new TreeSet<>(CODE_POINTS);
        private final TreeSet<String> publishers = new TreeSet<>(CODE_POINTS);
        private final TreeSet<LocalDate> dates = new TreeSet<>();
        private long documents;

        Summary(String id, String kind) {
            this.id = id;
            this.kind = kind;
        }

        void add(Row mention) {
            names.merge(text(mention, "name"), 1L, Long::sum);
            variants.add(text(mention, "name"));
            variants.add(text(mention, "name_raw"));
            roles.add(text(mention, "role"));
            String publisher = mention.string(MENTIONS.position("publisher"));
            if (publisher != null) {
                publishers.add(publisher);
            }
            Object day = mention.value(MENTIONS.position("published_date"));
            if (day != null) {
                dates.add(LocalDate.ofEpochDay((Integer) day));
            }
            documents += Boolean.TRUE.equals(mention.value(MENTIONS.position("first"))) ? 1 : 0;
        }

        Tables.ContributorSummary finished() {
            return new Tables.ContributorSummary(
                    id,
                    mostFrequentName(),
                    List.copyOf(variants),
                    scripts(),
                    kind,
                    List.copyOf(roles),
                    List.copyOf(publishers),
                    dates.isEmpty() ? null : dates.first(),
                    dates.isEmpty() ? null : dates.last(),
                    documents);
        }

        /** The first in the order of code points among the most frequent. */
        private String mostFrequentName() {
            String best = "";
            long most = 0;
            for (Map.Entry<String, Long> name : names.entrySet()) {
                if (name.getValue() > most) {
                    best = name.getKey();
                    most = name.getValue();
                }
            }
            return best;
        }

        private List<String> scripts() {
            return variants.stream()
                    .map(Scripts::dominant)
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
