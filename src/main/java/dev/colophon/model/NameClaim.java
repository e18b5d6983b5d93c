package dev.colophon.model;

import org.jspecify.annotations.Nullable;

/**
 * A raw statement about who made the document; nothing is interpreted yet.
 *
 * @param role what the place says that the name did; null where the raw text has to tell ({@code Edited By: …})
 * @param raw the text as it stands: a name, several, or a whole byline
 * @param source the kind of place
 * @param locator the exact place, for people: {@code json-ld:NewsArticle.author.name}, {@code div.byline}
 * @param region the part of the document
 * @param order position in reading order among all claims of the document, from 0
 * @param kind what the place says that the name is (JSON-LD {@code @type}); null where it does not
 * @param reference the person's page or e-mail address as the place gives it; null where it does not
 */
public record NameClaim(
        @Nullable Role role,
        String raw,
        ClaimSource source,
        String locator,
        Region region,
        int order,
        @Nullable ContributorKind kind,
        @Nullable String reference) {}
