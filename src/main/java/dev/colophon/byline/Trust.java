package dev.colophon.byline;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import java.util.List;

/** How far a place is believed when it names somebody, 0 to 1. */
final class Trust {
    /** Types of schema.org that are not the article itself. */
    private static final List<String> PARTS = List.of(
            ":VideoObject",
            ":AudioObject",
            ":ImageObject",
            ":MediaObject",
            ":WebPage",
            ":WebSite",
            ":ClaimReview",
            ":Organization",
            ":NewsMediaOrganization",
            ":PodcastEpisode",
            ":Product",
            ":Book",
            ":Review.",
            ":Quotation",
            ":Comment");

    private static final int LONG = 100;

    /** What the places of claims begin with that other pages of the site have shown to be its bylines. */
    static final String LEARNED = "byline of the site";

    /** What the place is called that names who began a thread. */
    private static final String STARTER = "thread starter";

    private Trust() {}

    static double of(NameClaim claim) {
        double trust = switch (claim.source()) {
            case SIDECAR -> 0.95;
            case JSON_LD -> 0.9;
            case MICRODATA -> 0.82;
            case RDFA, META, RECORD -> 0.8;
            case MARKUP -> 0.84;
            case TEXT, TIME_ELEMENT -> 0.78;
            case FILE_METADATA -> 0.6;
            case URL, HTTP_HEADER -> 0.4;
        };
        return trust
                + offset(claim.region())
                - (isOfPart(claim) ? 0.16 : 0)
                - (isWeak(claim) ? 0.14 : 0)
                - (isAlone(claim) ? 0.2 : 0)
                + (isLearned(claim) ? 0.05 : 0)
                + (isStarter(claim) ? 0.05 : 0)
                - (isLong(claim) ? 0.06 : 0);
    }

    /** Whether other pages of the site have their byline at this place. */
    private static boolean isLearned(NameClaim claim) {
        return claim.source() == ClaimSource.MARKUP && claim.locator().startsWith(LEARNED);
    }

    /** Whether structured data says it of something inside or around the article: a video, a picture, the page. */
    private static boolean isOfPart(NameClaim claim) {
        return claim.source() == ClaimSource.JSON_LD && PARTS.stream().anyMatch(claim.locator()::contains);
    }

    /** Whether it names the account that began a thread, which the others of the page answered. */
    static boolean isStarter(NameClaim claim) {
        return claim.source() == ClaimSource.MARKUP && claim.locator().equals(STARTER);
    }

    /** Whether a marked element holds more than a byline: a biography, a whole box. */
    private static boolean isLong(NameClaim claim) {
        return claim.source() == ClaimSource.MARKUP && claim.raw().length() > LONG;
    }

    /** Whether the markup says less than "author": the address of a link, a reader's account. */
    private static boolean isWeak(NameClaim claim) {
        return claim.source() == ClaimSource.MARKUP
                && (claim.locator().endsWith("[author page]") || claim.locator().endsWith("[account]"));
    }

    /** Whether a name stands there without anything that says what for. */
    static boolean isAlone(NameClaim claim) {
        return claim.source() == ClaimSource.TEXT && claim.locator().startsWith("name alone");
    }

    private static double offset(Region region) {
        return switch (region) {
            case HEAD, ARTICLE_HEADER -> 0;
            case ARTICLE_FOOTER -> -0.1;
            case ARTICLE_BODY, CAPTION, UNKNOWN -> -0.12;
            case RELATED, OTHER_ARTICLES, COMMENT, FURNITURE -> -0.5;
        };
    }

    /** Whether the claim is something that a reader of the page sees. */
    static boolean isVisible(NameClaim claim) {
        return claim.source() == ClaimSource.MARKUP || claim.source() == ClaimSource.TEXT;
    }
}
