package dev.colophon.dataset.table;

import static dev.colophon.dataset.parquet.Column.optional;
import static dev.colophon.dataset.parquet.Column.required;
import static dev.colophon.dataset.parquet.ColumnType.BOOLEAN;
import static dev.colophon.dataset.parquet.ColumnType.DOUBLE;
import static dev.colophon.dataset.parquet.ColumnType.INT32;
import static dev.colophon.dataset.parquet.ColumnType.STRING;

import dev.colophon.dataset.parquet.RowOrder;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.model.Evidence;
import java.util.List;
import java.util.stream.Stream;

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
    static final Table<ContributorColumns.Source> CONTRIBUTORS = ContributorColumns.table();

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
}
