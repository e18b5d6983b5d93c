package dev.colophon.date;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.DatePrecision;
import dev.colophon.model.Region;

/** How far a candidate alone can be trusted to be the date of publication, 0 to 1. */
final class Weights {
    private static final String WEB_PAGE = "json-ld:WebPage.";

    /** Where the page that an article stands in states another day than the article, the article knows better. */
    private static final double AROUND_ARTICLE = 0.985;

    /** What a date is worth as one of publication where its place says that it is one of a change. */
    static final double OF_A_CHANGE = 0.35;

    private Weights() {}

    static double of(Candidate candidate) {
        DateReading reading = candidate.reading();
        if (reading == null) {
            return 0;
        }
        DateClaim claim = candidate.claim();
        double weight = place(claim) * meaning(candidate.meaning(), claim.source()) * region(claim.region());
        return weight * reading.certainty() * precision(reading.precision()) * candidate.trust();
    }

    private static double place(DateClaim claim) {
        boolean aroundArticle =
                claim.source() == ClaimSource.JSON_LD && claim.locator().startsWith(WEB_PAGE);
        return aroundArticle ? AROUND_ARTICLE * source(claim.source()) : source(claim.source());
    }

    private static double source(ClaimSource source) {
        return switch (source) {
            case SIDECAR -> 0.97;
            case JSON_LD -> 0.92;
            case META, RECORD -> 0.9;
            case MICRODATA, RDFA -> 0.86;
            case TIME_ELEMENT -> 0.8;
            case MARKUP -> 0.76;
            case FILE_METADATA -> 0.75;
            case TEXT -> 0.7;
            case URL -> 0.74;
            case HTTP_HEADER -> 0.1;
        };
    }

    private static double meaning(Meaning meaning, ClaimSource source) {
        return switch (meaning) {
            case PUBLISHED, AS_OF -> 1;
            case UNSPECIFIED -> source == ClaimSource.URL ? 1 : source == ClaimSource.META ? 0.45 : 0.8;
            case CREATED -> 0.7;
            case MODIFIED -> OF_A_CHANGE;
        };
    }

    private static double region(Region region) {
        return switch (region) {
            case HEAD, ARTICLE_HEADER -> 1;
            case ARTICLE_FOOTER -> 0.7;
            case UNKNOWN -> 0.65;
            case ARTICLE_BODY, CAPTION -> 0.55;
            case FURNITURE -> 0.2;
            case RELATED -> 0.1;
            case OTHER_ARTICLES -> 0.08;
            case COMMENT -> 0.05;
        };
    }

    private static double precision(DatePrecision precision) {
        return switch (precision) {
            case YEAR -> 0.1;
            case MONTH -> 0.2;
            case DAY, MINUTE, SECOND -> 1;
        };
    }
}
