package dev.colophon.dataset.table;

import dev.colophon.byline.people.Decisions;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.ColumnType;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.SortedRuns;
import dev.colophon.model.ContributorKind;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everyone who made a document, over all batches, with who is one person and who may be. {@link MentionsTask}s read the
 * documents' few columns that name people afresh; mentions are sorted on disk, so that heap holds one contributor at a
 * time, those that are joined to others, and a count for each publisher. The rows depend on the set of documents and on
 * the decisions alone.
 */
public final class ContributorsTable {
    private static final String PERSON = ContributorKind.PERSON.label();

    private final Storage dataset;
    private final String staging;
    private final Decisions decisions;
    private final long documents;
    private List<String> unknown = List.of();

    /**
     * @param staging folder of the run in the dataset
     * @param decisions what people have decided
     */
    public ContributorsTable(Storage dataset, String staging, Decisions decisions) {
        this(dataset, staging, decisions, MentionsTask.DOCUMENTS);
    }

    /** @param documents that one task reads, at most */
    ContributorsTable(Storage dataset, String staging, Decisions decisions, long documents) {
        this.documents = documents;
        this.dataset = dataset;
        this.staging = staging;
        this.decisions = decisions;
    }

    /**
     * Writes the table as it is after a commit, under the staging folder.
     *
     * @param live parts that stay; those of other tables are passed over
     * @param staged parts that the commit brings, as {@link ConsolidationTask}s gave them
     * @param runner of the tasks that read the documents
     * @return its parts, nearly always one
     * @throws Exception what the runner fails with
     */
    public List<Part> rebuild(List<Part> live, List<Part> staged, TaskRunner runner) throws Exception {
        String work = staging + "/merge/contributors";
        dataset.delete(work);
        List<MentionsTask> tasks = MentionsTask.of(sources(live, staged), work, documents);
        runner.complete("contributors", tasks, dataset, staging);
        try (Mentions mentions = new Mentions(dataset, work + "/mentions")) {
            for (MentionsTask task : tasks) {
                mentions.add(task);
            }
            return write(work, mentions);
        } finally {
            dataset.delete(work);
        }
    }

    private List<MentionsTask.Source> sources(List<Part> live, List<Part> coming) {
        return Stream.concat(
                        live.stream().filter(ContributorsTable::isDocuments).map(part -> source(part, part.path())),
                        coming.stream()
                                .filter(ContributorsTable::isDocuments)
                                .map(part -> source(part, PartPaths.staged(staging, part.path()))))
                .toList();
    }

    private static boolean isDocuments(Part part) {
        return part.table().equals(Tables.DOCUMENTS.name());
    }

    private static MentionsTask.Source source(Part part, String path) {
        return new MentionsTask.Source(path, part.rows());
    }

    /** Ids in the decisions that the archive does not hold, sorted; known once the table is rebuilt. */
    public List<String> unknownIds() {
        return unknown;
    }

    private List<Part> write(String work, Mentions mentions) throws IOException {
        Judgement judgement = new Judgement(decisions, mentions);
        Joins joins = new Joins();
        try (Namesakes namesakes = new Namesakes(dataset, work, decisions, mentions, judgement);
                Proposals proposals = new Proposals(dataset, work + "/proposals");
                SortedRuns grouped = new SortedRuns(dataset, work + "/grouped", Mentions.TABLE, Mentions.ORDER)) {
            survey(mentions, judgement, namesakes, joins);
            namesakes.find(joins, proposals);
            proposals.lift(joins);
            group(mentions, joins, grouped);
            try (Summaries single = new Summaries(mentions.open());
                    Summaries whole = new Summaries(grouped.open())) {
                PartSeries.Target target = new PartSeries.Target(Tables.CONTRIBUTORS, null, 0);
                return new PartSeries(dataset, staging)
                        .write(target, new Rows(single, whole, judgement, joins, proposals)::next);
            }
        }
    }

    /** Looks at everyone once: counts, finds whom decisions speak of, and adds persons to those to compare. */
    private void survey(Mentions mentions, Judgement judgement, Namesakes namesakes, Joins joins) throws IOException {
        DecidedJoins decided = new DecidedJoins(decisions);
        try (Summaries summaries = new Summaries(mentions.open())) {
            for (Summary one = summaries.next(); one != null; one = summaries.next()) {
                String scope = one.scope();
                Set<String> publishers = one.publishers();
                publishers.add(scope);
                judgement.count(one, scope);
                decided.look(one, scope, Namesakes.rank(one.id(), one.name(), one.first()));
                String kind = Objects.requireNonNullElse(judgement.decidedKind(one, publishers), one.kind());
                if (kind.equals(PERSON) && !judgement.ignores(one, publishers)) {
                    namesakes.add(one, scope);
                }
            }
        }
        decided.join(joins);
        unknown = decided.unknown();
    }

    /** The mentions of all who are joined, under the id of the one that stands for them. */
    private static void group(Mentions mentions, Joins joins, SortedRuns grouped) throws IOException {
        try (RowCursor rows = mentions.open()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                String id = Objects.requireNonNull(row.string(Mentions.ID));
                if (joins.has(id)) {
                    Row copy = Mentions.TABLE.emptyRow();
                    for (int i = 0; i < Mentions.TABLE.columns().size(); i++) {
                        copy.set(i, row.value(i));
                    }
                    copy.set(Mentions.ID, ColumnType.STRING.encode(joins.standing(id)));
                    grouped.add(copy);
                }
            }
        }
    }

    /** The rows of the table, in the order of ids. */
    private static final class Rows {
        private final Summaries single;
        private final Summaries whole;
        private final Judgement judgement;
        private final Joins joins;
        private final Proposals proposals;

        Rows(Summaries single, Summaries whole, Judgement judgement, Joins joins, Proposals proposals) {
            this.single = single;
            this.whole = whole;
            this.judgement = judgement;
            this.joins = joins;
            this.proposals = proposals;
        }

        @Nullable
        Row next() throws IOException {
            Summary one = single.next();
            return one == null ? null : Tables.CONTRIBUTORS.row(source(one));
        }

        private ContributorColumns.Source source(Summary one) throws IOException {
            boolean standsForOthers = joins.has(one.id()) && joins.mergedInto(one.id()) == null;
            Summary all = standsForOthers ? Objects.requireNonNull(whole.next(), "the joined mentions end early") : one;
            List<String> reasons = new ArrayList<>();
            String scope = one.scope();
            Set<String> publishers = one.publishers();
            publishers.add(scope);
            String kind = kind(one, scope, publishers, reasons);
            String mergedInto = joins.mergedInto(one.id());
            if (mergedInto != null) {
                reasons.add("merged: " + joins.reason(one.id()));
            }
            boolean ignored = judgement.ignores(one, publishers);
            if (ignored) {
                reasons.add("ignored: decided in the editors file");
            }
            return new ContributorColumns.Source(
                    one.id(),
                    one.name(),
                    kind,
                    all.figures(),
                    new ContributorColumns.Authority(proposals.of(one.id()), mergedInto, ignored, reasons));
        }

        private String kind(Summary one, String scope, Set<String> publishers, List<String> reasons) {
            String decided = judgement.decidedKind(one, publishers);
            if (decided != null) {
                reasons.add(decided + ": decided in the editors file");
                return decided;
            }
            String desk = one.kind().equals(PERSON) ? judgement.desk(scope, one.writings()) : null;
            if (desk != null) {
                reasons.add(desk);
            }
            return desk == null ? one.kind() : ContributorKind.DESK.label();
        }
    }
}
