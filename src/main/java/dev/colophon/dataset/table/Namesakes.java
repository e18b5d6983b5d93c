package dev.colophon.dataset.table;

import dev.colophon.byline.people.Bearer;
import dev.colophon.byline.people.Circle;
import dev.colophon.byline.people.Decisions;
import dev.colophon.byline.people.Finding;
import dev.colophon.byline.people.Link;
import dev.colophon.byline.people.NameKeys;
import dev.colophon.byline.people.PersonMatcher;
import dev.colophon.byline.people.Tie;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Finds names that are or may be one person's: sorted on disk by what they share, so that heap holds the names of one key
 * and what is alike at one publisher. Within a publisher {@link Circle} decides; across publishers equal names are but
 * proposed.
 */
final class Namesakes implements Closeable {
    /** Names of one publisher that share a word; where more do, the word says nothing. */
    private static final int MOST_NEARBY = 1_000;

    /** Equal names at several publishers; beyond that the list is only cut, since each gets a few proposals anyway. */
    private static final int MOST_AFAR = 200;

    /** Across publishers, names that are only similar are not worth proposing. */
    private static final double LEAST_AFAR = 0.5;

    /** What keys begin with that are pages or e-mail addresses. */
    private static final String REFERENCE = "reference ";

    private static final Table<Void> TABLE = Table.of(
            "namesakes",
            "",
            List.of(
                    Column.bare("scope", ColumnType.STRING),
                    Column.bare("key", ColumnType.STRING),
                    Column.bare("contributor_id", ColumnType.STRING),
                    Column.bare("name", ColumnType.STRING),
                    Column.bare("roles", ColumnType.STRINGS),
                    Column.bare("first", ColumnType.DATE),
                    Column.bare("last", ColumnType.DATE),
                    Column.bare("writings", ColumnType.INT64)));

    private static final int SCOPE = TABLE.position("scope");
    private static final int KEY = TABLE.position("key");

    private final Decisions decisions;
    private final Mentions mentions;
    private final Judgement judgement;
    private final SortedRuns nearby;
    private final SortedRuns afar;

    Namesakes(Storage storage, String work, Decisions decisions, Mentions mentions, Judgement judgement) {
        this.decisions = decisions;
        this.mentions = mentions;
        this.judgement = judgement;
        this.nearby = new SortedRuns(
                storage, work + "/nearby", TABLE, RowOrder.of(TABLE).nullsLast("scope", "key", "contributor_id"));
        this.afar = new SortedRuns(
                storage, work + "/afar", TABLE, RowOrder.of(TABLE).nullsLast("key", "scope", "contributor_id"));
    }

    /** Adds a person. */
    void add(Summary person, String scope) throws IOException {
        if (!scope.isEmpty()) {
            for (String key : NameKeys.of(person.name())) {
                nearby.add(row(person, scope, key));
            }
            for (String reference : person.references()) {
                nearby.add(row(person, scope, REFERENCE + reference));
            }
        }
        for (String key : NameKeys.ofWhole(person.name())) {
            afar.add(row(person, scope, key));
        }
    }

    private static Row row(Summary person, String scope, String key) {
        return TABLE.rowOf(
                ColumnType.STRING.encode(scope),
                ColumnType.STRING.encode(key),
                ColumnType.STRING.encode(person.id()),
                ColumnType.STRING.encode(person.name()),
                ColumnType.STRINGS.encode(List.copyOf(person.roles())),
                day(person.first()),
                day(person.last()),
                person.writings());
    }

    private static @Nullable Object day(@Nullable LocalDate date) {
        return date == null ? null : ColumnType.DATE.encode(date);
    }

    /** What stands ahead in the order of joins. */
    static Joins.Rank rank(String id, String name, @Nullable LocalDate first) {
        return new Joins.Rank(
                id, false, NameKeys.hasInitial(name), first == null ? Long.MAX_VALUE : first.toEpochDay());
    }

    /** Joins and proposes, once all are there. */
    void find(Joins joins, Proposals proposals) throws IOException {
        try (Blocks blocks = new Blocks(nearby.open(), MOST_NEARBY)) {
            for (Block block = blocks.next(); block != null; ) {
                String scope = block.scope();
                Circle circle = new Circle(decisions::areSplit, mentions::areTogether);
                Map<String, Bearer> bearers = new HashMap<>();
                for (; block != null && block.scope().equals(scope); block = blocks.next()) {
                    if (!block.cut()) {
                        compare(circle, block);
                        block.bearers().forEach(bearer -> bearers.put(bearer.id(), bearer));
                    }
                }
                take(circle.resolve(), bearers, joins, proposals);
            }
        }
        try (Blocks blocks = new Blocks(afar.open(), MOST_AFAR)) {
            for (Block block = blocks.next(); block != null; block = blocks.next()) {
                propose(block, proposals);
            }
        }
    }

    private static void compare(Circle circle, Block block) {
        if (block.key().startsWith(REFERENCE)) {
            circle.compareOfOnePage(block.bearers());
        } else {
            circle.compare(block.bearers());
        }
    }

    private static void take(Circle.Result result, Map<String, Bearer> bearers, Joins joins, Proposals proposals)
            throws IOException {
        for (Link link : result.joined()) {
            joins.join(rank(bearers.get(link.one())), rank(bearers.get(link.other())), link.finding());
        }
        for (Link link : result.proposed()) {
            proposals.add(link);
        }
    }

    private static Joins.Rank rank(@Nullable Bearer bearer) {
        Bearer known = Objects.requireNonNull(bearer);
        return rank(known.id(), known.name(), known.first());
    }

    private void propose(Block block, Proposals proposals) throws IOException {
        List<Bearer> bearers = block.bearers();
        for (int i = 0; i < bearers.size(); i++) {
            for (int k = i + 1; k < bearers.size(); k++) {
                boolean apart = !block.scopes().get(i).equals(block.scopes().get(k))
                        || block.scopes().get(i).isEmpty();
                if (apart) {
                    propose(bearers.get(i), bearers.get(k), proposals);
                }
            }
        }
    }

    private void propose(Bearer one, Bearer other, Proposals proposals) throws IOException {
        Finding finding = PersonMatcher.judge(one.name(), other.name(), EnumSet.noneOf(Tie.class));
        if (finding.score() >= LEAST_AFAR && !decisions.areSplit(one.id(), other.id())) {
            Finding afar = new Finding(finding.verdict(), finding.score(), finding.reason() + "; another publisher");
            proposals.add(new Link(one.id(), other.id(), afar));
        }
    }

    /** The people who share a key. */
    private record Block(String key, List<Bearer> bearers, List<String> scopes, boolean cut) {
        String scope() {
            return scopes.isEmpty() ? "" : scopes.get(0);
        }
    }

    /** Reads the rows of one key at a time; desks by use are left out. */
    private final class Blocks implements Closeable {
        private final RowCursor rows;
        private final boolean perScope;
        private final int most;
        private @Nullable Row head;

        Blocks(RowCursor rows, int most) throws IOException {
            this.rows = rows;
            this.most = most;
            this.perScope = most == MOST_NEARBY;
            this.head = rows.next();
        }

        @Nullable
        Block next() throws IOException {
            Row first = head;
            if (first == null) {
                return null;
            }
            List<Bearer> bearers = new ArrayList<>();
            List<String> scopes = new ArrayList<>();
            boolean cut = false;
            for (; head != null && sameBlock(first, head); head = rows.next()) {
                String scope = Objects.requireNonNull(head.string(SCOPE));
                cut |= bearers.size() == most;
                if (bearers.size() < most && judgement.desk(scope, writings(head)) == null) {
                    bearers.add(bearer(head));
                    scopes.add(scope);
                }
            }
            if (scopes.isEmpty()) {
                scopes.add(Objects.requireNonNull(first.string(SCOPE)));
            }
            return new Block(Objects.requireNonNull(first.string(KEY)), bearers, scopes, cut);
        }

        private boolean sameBlock(Row first, Row row) {
            return Objects.equals(first.value(KEY), row.value(KEY))
                    && (!perScope || Objects.equals(first.value(SCOPE), row.value(SCOPE)));
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }

    private static long writings(Row row) {
        return (Long) Objects.requireNonNull(row.value(TABLE.position("writings")));
    }

    private static Bearer bearer(Row row) {
        return new Bearer(
                Objects.requireNonNull(row.string(TABLE.position("contributor_id"))),
                Objects.requireNonNull(row.string(TABLE.position("name"))),
                roles(row),
                date(row, "first"),
                date(row, "last"));
    }

    private static Set<String> roles(Row row) {
        Set<String> roles = new HashSet<>();
        for (Object role : (List<?>) Objects.requireNonNull(row.value(TABLE.position("roles")))) {
            roles.add(((Binary) role).toStringUsingUTF8());
        }
        return roles;
    }

    private static @Nullable LocalDate date(Row row, String column) {
        Object day = row.value(TABLE.position(column));
        return day == null ? null : LocalDate.ofEpochDay((Integer) day);
    }

    @Override
    public void close() throws IOException {
        nearby.close();
        afar.close();
    }
}
