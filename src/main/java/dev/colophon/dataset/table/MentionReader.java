package dev.colophon.dataset.table;

import dev.colophon.byline.people.Finding;
import dev.colophon.byline.people.PersonMatcher;
import dev.colophon.byline.people.Tie;
import dev.colophon.byline.people.Verdict;
import dev.colophon.dataset.parquet.Column;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads whom documents name, and sorts the mentions on disk by contributor. Documents that name the same people in the
 * same way, as most of a publisher's do, are counted rather than kept. Besides, what must be seen while a document's
 * names stand side by side: which of them look alike and yet are two people, and how many pages each publisher has.
 */
final class MentionReader implements Closeable {
    private static final Table<Void> PEOPLE =
            Tables.DOCUMENTS.project("people", "registered_domain", "publisher", "published_date", "contributors");
    private static final int PUBLISHER = PEOPLE.position("publisher");
    private static final int DOMAIN = PEOPLE.position("registered_domain");
    private static final int DATE = PEOPLE.position("published_date");
    private static final int CONTRIBUTORS = PEOPLE.position("contributors");

    private static final List<String> FIELDS = PEOPLE.columns().get(CONTRIBUTORS).fields().stream()
            .map(Column::name)
            .toList();

    private static final long GROUPS_BYTES = 8L << 20;

    /** Whom documents name, and for whom these appeared. */
    private record Naming(
            @Nullable Object publisher, @Nullable Object domain, List<?> contributors) {}

    /** What tells the documents of one naming apart. */
    private static final class Group {
        private long documents;
        private @Nullable Integer first;
        private @Nullable Integer last;

        void add(@Nullable Integer day) {
            documents++;
            if (day != null) {
                first = first == null ? day : Math.min(first, day);
                last = last == null ? day : Math.max(last, day);
            }
        }
    }

    private final Storage storage;
    private final SortedRuns rows;
    private final long groupsBytes;
    private final Map<Naming, Group> groups = new LinkedHashMap<>();
    private long weight;
    private final Set<String> together = new HashSet<>();
    private final Map<String, Long> pages = new HashMap<>();
    private long group;

    /**
     * A reader.
     *
     * @param work folder for runs of its own
     * @param firstGroup number of the first group of documents; a reader that reads others must not come to the same numbers
     */
    MentionReader(Storage storage, String work, long firstGroup) {
        this(storage, work, firstGroup, GROUPS_BYTES);
    }

    /** @param groupsBytes so much of groups is held before they are written */
    MentionReader(Storage storage, String work, long firstGroup, long groupsBytes) {
        this.storage = storage;
        this.groupsBytes = groupsBytes;
        this.group = firstGroup;
        this.rows = new SortedRuns(storage, work, Mentions.TABLE, Mentions.ORDER);
    }

    /** Reads a file of {@code documents}. */
    void read(String path) throws IOException {
        try (RowCursor parts = RowReader.open(storage, path, PEOPLE)) {
            for (Row row = parts.next(); row != null; row = parts.next()) {
                read(row);
            }
        }
    }

    /** The mentions in their order, once all files are read. */
    RowCursor mentions() throws IOException {
        writeGroups();
        return rows.open();
    }

    /** What else was seen, once all mentions are there. */
    SeenTogether seen() {
        return new SeenTogether(new TreeMap<>(pages), new TreeSet<>(together));
    }

    private void read(Row document) throws IOException {
        count(document);
        List<?> contributors = (List<?>) Objects.requireNonNull(document.value(CONTRIBUTORS));
        if (contributors.isEmpty()) {
            return;
        }
        Naming naming = new Naming(document.value(PUBLISHER), document.value(DOMAIN), contributors);
        Group group = groups.get(naming);
        if (group == null) {
            group = new Group();
            groups.put(naming, group);
            weight += document.weight();
        }
        group.add((Integer) document.value(DATE));
        if (weight > groupsBytes) {
            writeGroups();
        }
    }

    private void writeGroups() throws IOException {
        for (Map.Entry<Naming, Group> each : groups.entrySet()) {
            group++;
            Map<String, String> people = new HashMap<>();
            for (Object one : each.getKey().contributors()) {
                Row contributor = (Row) one;
                rows.add(mention(contributor, each.getKey(), each.getValue()));
                if (ContributorKind.PERSON.label().equals(text(contributor, "kind"))) {
                    people.put(text(contributor, "contributor_id"), text(contributor, "name"));
                }
            }
            if (people.size() > 1) {
                noteAlike(people);
            }
        }
        groups.clear();
        weight = 0;
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
                    together.add(SeenTogether.pair(one, other));
                }
            }
        }));
    }

    private Row mention(Row contributor, Naming naming, Group group) {
        return Mentions.TABLE.rowOf(
                field(contributor, "contributor_id"),
                this.group,
                group.documents,
                field(contributor, "name"),
                field(contributor, "name_raw"),
                field(contributor, "role"),
                field(contributor, "kind"),
                naming.publisher(),
                naming.domain(),
                group.first,
                group.last,
                field(contributor, "reference"));
    }

    private static @Nullable Object field(Row contributor, String field) {
        return contributor.value(FIELDS.indexOf(field));
    }

    private static String text(Row contributor, String field) {
        return Objects.requireNonNull(contributor.string(FIELDS.indexOf(field)));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
