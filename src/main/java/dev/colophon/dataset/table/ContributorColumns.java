package dev.colophon.dataset.table;

import static dev.colophon.dataset.parquet.Column.optional;
import static dev.colophon.dataset.parquet.Column.required;
import static dev.colophon.dataset.parquet.Column.structures;
import static dev.colophon.dataset.parquet.ColumnType.BOOLEAN;
import static dev.colophon.dataset.parquet.ColumnType.DATE;
import static dev.colophon.dataset.parquet.ColumnType.DOUBLE;
import static dev.colophon.dataset.parquet.ColumnType.INT64;
import static dev.colophon.dataset.parquet.ColumnType.STRING;
import static dev.colophon.dataset.parquet.ColumnType.STRINGS;

import dev.colophon.dataset.parquet.Column;
import dev.colophon.dataset.parquet.Table;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of {@code contributors}. */
final class ContributorColumns {
    private ContributorColumns() {}

    /**
     * Someone who made documents, over the whole archive.
     *
     * @param id stable id
     * @param name the most frequent spelling
     * @param kind person, desk, agency or organisation
     * @param figures what is known of all their documents
     * @param authority who else they are
     */
    record Source(String id, String name, String kind, Figures figures, Authority authority) {}

    /**
     * What the documents of a contributor say.
     *
     * @param variants all spellings
     * @param scripts ISO 15924 codes
     * @param roles what they did
     * @param publishers for whom
     * @param firstSeen earliest day of publication; null where none is known
     * @param lastSeen latest day of publication; null where none is known
     * @param documents how many
     * @param references their pages and e-mail addresses
     */
    record Figures(
            List<String> variants,
            List<String> scripts,
            List<String> roles,
            List<String> publishers,
            @Nullable LocalDate firstSeen,
            @Nullable LocalDate lastSeen,
            long documents,
            List<String> references) {}

    /**
     * Who a contributor is besides.
     *
     * @param sameAs who may be the same, the likeliest first
     * @param mergedInto the id that takes this one's place; null while it stands
     * @param ignored whether it was decided that the name is nobody's
     * @param reasons why it is merged, ignored or of another kind than in {@code documents}
     */
    record Authority(List<Proposal> sameAs, @Nullable String mergedInto, boolean ignored, List<String> reasons) {
        static final Authority NONE = new Authority(List.of(), null, false, List.of());

        Authority {
            sameAs = List.copyOf(sameAs);
            reasons = List.copyOf(reasons);
        }
    }

    /** Somebody who may be the same: {@code score} from 0 to 1, {@code reason} in words. */
    record Proposal(String id, double score, String reason) {}

    static Table<Source> table() {
        return Table.of(
                "contributors",
                "One row for every name that made a document, over all batches. Names that were found to be one person's"
                        + " point to one row by merged_into.",
                List.of(
                        required("contributor_id", STRING, Source::id)
                                .means("Stable id: a hash of kind, publisher scope and folded name.", ""),
                        required("name", STRING, Source::name)
                                .means("The most frequent spelling.", "Avra Chattopadhyay"),
                        required("variants", STRINGS, (Source s) -> s.figures().variants())
                                .means(
                                        "All spellings, sorted; with those of the names that were merged into this one.",
                                        "[AVRA CHATTOPADHYAY, Avra Chattopadhyay]"),
                        required("scripts", STRINGS, (Source s) -> s.figures().scripts())
                                .means("Writing systems of the spellings, ISO 15924, sorted.", "[Beng, Latn]"),
                        required("kind", STRING, Source::kind)
                                .means(
                                        "person, desk, agency or organisation. Where use or a decision says otherwise than the"
                                                + " documents, reasons tells why.",
                                        "person"),
                        required("roles", STRINGS, (Source s) -> s.figures().roles())
                                .means("What they did, sorted.", "[author, editor]"),
                        required(
                                        "publishers",
                                        STRINGS,
                                        (Source s) -> s.figures().publishers())
                                .means("Publishers of their documents, sorted.", "[tv9bangla]"),
                        optional("first_seen", DATE, (Source s) -> s.figures().firstSeen())
                                .means("Earliest published_date of their documents; null where none has one.", ""),
                        optional("last_seen", DATE, (Source s) -> s.figures().lastSeen())
                                .means("Latest published_date of their documents; null where none has one.", ""),
                        required("documents", INT64, (Source s) -> s.figures().documents())
                                .means("Documents that name them, by this name or one that was merged into it.", "12"),
                        structures(
                                        "same_as",
                                        proposal(),
                                        (Source s) -> s.authority().sameAs())
                                .means(
                                        "Proposals: who may be the same person, the likeliest first, at most 10. Nothing follows"
                                                + " from them until config/editors.yaml decides.",
                                        ""),
                        optional(
                                        "merged_into",
                                        STRING,
                                        (Source s) -> s.authority().mergedInto())
                                .means(
                                        "The contributor_id that takes the place of this one, always one that stands itself; null"
                                                + " while this one stands.",
                                        ""),
                        required("ignored", BOOLEAN, (Source s) -> s.authority().ignored())
                                .means("Whether config/editors.yaml says that the name is nobody's.", "false"),
                        required("reasons", STRINGS, (Source s) -> s.authority().reasons())
                                .means(
                                        "Why it is merged, ignored or of another kind than in documents; empty where nothing of it"
                                                + " is.",
                                        "[merged: the same sounds in another script; one publisher]"),
                        required("addresses", STRINGS, (Source s) -> s.figures().references())
                                .means(
                                        "Pages and e-mail addresses that documents give for them, sorted; with those of the names"
                                                + " that were merged into this one.",
                                        "[https://example.org/author/avra-chattopadhyay]")));
    }

    private static List<Column<Proposal>> proposal() {
        return List.of(
                required("contributor_id", STRING, Proposal::id).means("Who may be the same.", ""),
                required("score", DOUBLE, Proposal::score).means("How much speaks for it, 0 to 1.", "0.75"),
                required("reason", STRING, Proposal::reason)
                        .means("The evidence in words.", "initials that fit; one publisher"));
    }
}
