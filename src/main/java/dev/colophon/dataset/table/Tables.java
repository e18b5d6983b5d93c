package dev.colophon.dataset.table;

import static dev.colophon.dataset.parquet.Column.optional;
import static dev.colophon.dataset.parquet.Column.required;
import static dev.colophon.dataset.parquet.ColumnType.BOOLEAN;
import static dev.colophon.dataset.parquet.ColumnType.DATE;
import static dev.colophon.dataset.parquet.ColumnType.DOUBLE;
import static dev.colophon.dataset.parquet.ColumnType.INT32;
import static dev.colophon.dataset.parquet.ColumnType.INT64;
import static dev.colophon.dataset.parquet.ColumnType.STRING;
import static dev.colophon.dataset.parquet.ColumnType.STRINGS;

import dev.colophon.dataset.parquet.RowOrder;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.model.Evidence;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of an archive. */
public final class Tables {
    /** One row for every document. */
    static final Table<DocumentColumns.Source> DOCUMENTS = DocumentColumns.table();

    /** One row for every candidate for a document's dates and names. */
    static final Table<EvidenceSource> EVIDENCE = evidence();

    /** One row for every capture that became no document. */
    static final Table<RejectColumns.Source> REJECTS = RejectColumns.table();

    /** One row for every document that repeats another of the archive. */
    static final Table<Duplicate> DUPLICATES = duplicates();

    /** One row for everyone who made a document. */
    static final Table<ContributorSummary> CONTRIBUTORS = contributors();

    /** One row for every line or place that recurs on a site; no table for readers, but committed as they are. */
    static final Table<SiteFact> SITES = SiteColumns.sites();

    /** One row for every surveyed page; staged only. */
    static final Table<SiteColumns.Surveyed> SURVEYED = SiteColumns.surveyed();

    static final RowOrder DOCUMENT_ORDER = RowOrder.of(DOCUMENTS).nullsLast("published_date", "host", "doc_id");
    static final RowOrder EVIDENCE_ORDER =
            RowOrder.of(EVIDENCE).nullsLast("doc_id", "field", "rank").thenRest();
    static final RowOrder REJECT_ORDER = RowOrder.of(REJECTS)
            .nullsLast("source_uri")
            .nullsFirst("container_path", "source_offset", "record_id", "reason")
            .thenRest();
    static final RowOrder DUPLICATE_ORDER = RowOrder.of(DUPLICATES).nullsLast("cluster_id", "doc_id");
    static final RowOrder CONTRIBUTOR_ORDER = RowOrder.of(CONTRIBUTORS).nullsLast("contributor_id");
    static final RowOrder SITE_ORDER = RowOrder.of(SITES).nullsLast("site", "kind", "key");
    static final RowOrder SURVEYED_ORDER = RowOrder.of(SURVEYED).nullsLast("site", "source_uri", "position");

    private Tables() {}

    /** The tables for readers in the order in which people want to know of them; the data dictionary is made of them. */
    public static List<Table<?>> all() {
        return List.of(DOCUMENTS, EVIDENCE, REJECTS, DUPLICATES, CONTRIBUTORS);
    }

    /** The table of this name, {@code sites} among them. */
    public static Table<?> named(String name) {
        return Stream.concat(all().stream(), Stream.of(SITES))
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no table " + name));
    }

    /** The order in which the rows of a table's parts stand. */
    static RowOrder order(Table<?> table) {
        return switch (table.name()) {
            case "documents" -> DOCUMENT_ORDER;
            case "evidence" -> EVIDENCE_ORDER;
            case "rejects" -> REJECT_ORDER;
            case "duplicates" -> DUPLICATE_ORDER;
            case "contributors" -> CONTRIBUTOR_ORDER;
            case "sites" -> SITE_ORDER;
            default -> throw new IllegalArgumentException("there is no table " + table.name());
        };
    }

    /** What a row of evidence is made of. */
    record EvidenceSource(String docId, Evidence evidence) {}

    private static Table<EvidenceSource> evidence() {
        return Table.<EvidenceSource>of(
                        "evidence",
                        "One row for every candidate for a document's dates and names: what stood where, how it was read,"
                                + " and whether it was chosen.",
                        List.of(
                                required("doc_id", STRING, (EvidenceSource s) -> s.docId())
                                        .means("The document.", DocumentColumns.EXAMPLE_ID),
                                required(
                                                "field",
                                                STRING,
                                                (EvidenceSource s) ->
                                                        s.evidence().field())
                                        .means("The column of documents it is a candidate for.", "published_at"),
                                required(
                                                "rank",
                                                INT32,
                                                (EvidenceSource s) ->
                                                        s.evidence().rank())
                                        .means("1 for the best candidate of the field, then 2, 3 …", "1"),
                                required(
                                                "raw",
                                                STRING,
                                                (EvidenceSource s) ->
                                                        s.evidence().raw())
                                        .means("The text as it stands in the document.", "Jun 05, 2025 | 11:45 PM"),
                                optional(
                                                "value",
                                                STRING,
                                                (EvidenceSource s) ->
                                                        s.evidence().value())
                                        .means(
                                                "What it was read as; null where it could not be read.",
                                                "2025-06-05T23:45"),
                                required(
                                                "locator",
                                                STRING,
                                                (EvidenceSource s) ->
                                                        s.evidence().locator())
                                        .means(
                                                "The exact place it was found.",
                                                "meta[property=article:published_time]"),
                                required(
                                                "rule",
                                                STRING,
                                                (EvidenceSource s) ->
                                                        s.evidence().rule())
                                        .means("The rule that read it or refused it.", "month-name"),
                                required(
                                                "confidence",
                                                DOUBLE,
                                                (EvidenceSource s) ->
                                                        s.evidence().confidence())
                                        .means("How sure the reading is, 0 to 1.", "0.9"),
                                required(
                                                "chosen",
                                                BOOLEAN,
                                                (EvidenceSource s) ->
                                                        s.evidence().chosen())
                                        .means("Whether it became the field's value.", "true")))
                .withoutDictionary("doc_id");
    }

    /**
     * A document that repeats another.
     *
     * @param docId the document
     * @param duplicateOf the document that it repeats
     * @param cluster the document that stands for its cluster
     * @param method exact, near or revision
     * @param similarity 0 to 1
     * @param sameUrl whether both have one address
     */
    record Duplicate(
            String docId, String duplicateOf, String cluster, String method, double similarity, boolean sameUrl) {}

    private static Table<Duplicate> duplicates() {
        return Table.of(
                "duplicates",
                "One row for every document that repeats another one of the archive, whichever batch that is in, or that"
                        + " is a later capture of an address with another text.",
                List.of(
                        required("doc_id", STRING, Duplicate::docId)
                                .means("The document; it is in the batch of the row.", DocumentColumns.EXAMPLE_ID),
                        required("duplicate_of", STRING, Duplicate::duplicateOf)
                                .means(
                                        "The document that stands for its cluster: the earliest captured_at, the smallest"
                                                + " doc_id on a tie. Of a revision that is no copy: the first capture of the"
                                                + " address.",
                                        ""),
                        required("cluster_id", STRING, Duplicate::cluster)
                                .means(
                                        "The cluster of copies that the document is in: the doc_id that stands for it. The"
                                                + " document's own for a revision that is no copy.",
                                        ""),
                        required("method", STRING, Duplicate::method)
                                .means(
                                        "exact: the texts are equal in their normal form; near: they are connected through"
                                                + " texts with a Jaccard similarity of 0.8 or more; revision: both have one"
                                                + " url_canonical and texts that differ, however much.",
                                        "near"),
                        required("similarity", DOUBLE, Duplicate::similarity)
                                .means(
                                        "Jaccard similarity of the texts of doc_id and duplicate_of over shingles of five words"
                                                + " (five characters in scripts without spaces), 0 to 1; 1 for exact. Below 0.8"
                                                + " for a copy of a copy that drifted away, and for revisions.",
                                        "0.93"),
                        required("same_url", BOOLEAN, Duplicate::sameUrl)
                                .means(
                                        "Whether both have the same url_canonical: a later capture of one page, not a copy"
                                                + " elsewhere.",
                                        "false")));
    }

    /**
     * Someone who made documents, over the whole archive.
     *
     * @param id stable id
     * @param name the most frequent spelling
     * @param variants all spellings
     * @param scripts ISO 15924 codes
     * @param kind person, desk, agency or organisation
     * @param roles what they did
     * @param publishers for whom
     * @param firstSeen earliest day of publication; null where none is known
     * @param lastSeen latest day of publication; null where none is known
     * @param documents how many
     */
    record ContributorSummary(
            String id,
            String name,
            List<String> variants,
            List<String> scripts,
            String kind,
            List<String> roles,
            List<String> publishers,
            @Nullable LocalDate firstSeen,
            @Nullable LocalDate lastSeen,
            long documents) {}

    private static Table<ContributorSummary> contributors() {
        return Table.of(
                "contributors",
                "One row for everyone who made a document, over all batches.",
                List.of(
                        required("contributor_id", STRING, ContributorSummary::id)
                                .means("Stable id: a hash of kind, publisher scope and folded name.", ""),
                        required("name", STRING, ContributorSummary::name)
                                .means("The most frequent spelling.", "Avra Chattopadhyay"),
                        required("variants", STRINGS, ContributorSummary::variants)
                                .means("All spellings, sorted.", "[AVRA CHATTOPADHYAY, Avra Chattopadhyay]"),
                        required("scripts", STRINGS, ContributorSummary::scripts)
                                .means("Writing systems of the spellings, ISO 15924, sorted.", "[Beng, Latn]"),
                        required("kind", STRING, ContributorSummary::kind)
                                .means("person, desk, agency or organisation.", "person"),
                        required("roles", STRINGS, ContributorSummary::roles)
                                .means("What they did, sorted.", "[author, editor]"),
                        required("publishers", STRINGS, ContributorSummary::publishers)
                                .means("Publishers of their documents, sorted.", "[tv9bangla]"),
                        optional("first_seen", DATE, ContributorSummary::firstSeen)
                                .means("Earliest published_date of their documents; null where none has one.", ""),
                        optional("last_seen", DATE, ContributorSummary::lastSeen)
                                .means("Latest published_date of their documents; null where none has one.", ""),
                        required("documents", INT64, ContributorSummary::documents)
                                .means("Documents that name them.", "12"),
                        required("same_as", STRINGS, (ContributorSummary summary) -> List.of())
                                .means("Ids elsewhere that stand for the same; empty where none is known.", ""),
                        optional("merged_into", STRING, (ContributorSummary summary) -> null)
                                .means("The contributor_id that replaces this one; null while it stands.", "")));
    }
}
