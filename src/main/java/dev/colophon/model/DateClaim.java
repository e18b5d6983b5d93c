package dev.colophon.model;

/**
 * A raw statement about when the document was published or changed; nothing is interpreted yet.
 *
 * @param meaning what the place says that the date means
 * @param raw the text as it stands: {@code Jun 05, 2025 | 11:45 PM}
 * @param source the kind of place
 * @param locator the exact place, for people: {@code json-ld:NewsArticle.datePublished},
 *     {@code meta[property=article:published_time]}, {@code div.byline > time[datetime]}
 * @param region the part of the document
 * @param order position in reading order among all claims of the document, from 0
 */
public record DateClaim(Meaning meaning, String raw, ClaimSource source, String locator, Region region, int order) {
    /** What a date is said to be. */
    public enum Meaning {
        PUBLISHED,
        MODIFIED,
        /** The day that the text speaks for: of a change where an earlier day is stated, else of publication. */
        AS_OF,
        /** When the file or record was created: weaker than published. */
        CREATED,
        /** A date whose purpose its place does not tell. */
        UNSPECIFIED
    }
}
