package dev.colophon.date;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.Region;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * How sure a choice is: a logistic function of what speaks for the day and what against it, fitted to 1,900 labelled pages
 * and checked on pages of sites that the fit had not seen. Labels that give the day of a later change, or that of UTC,
 * count as errors in it, so that it stays below 1.
 */
final class Confidence {
    private static final double BASE = 2.42;
    private static final double SUPPORT = 0.263;
    private static final double CONTRADICTION = -1.64;

    /** A page changed on a later day may show that day alone. */
    private static final double CHANGED_LATER = -1.53;

    private static final double ONLY_CHANGE = -1.5;
    private static final double BARELY_SUPPORTED = -0.71;
    private static final double BARELY = 0.12;

    /** What people see below a headline is right a little more often than what metadata state. */
    private static final double SHOWN = 0.45;

    private static final double IN_TIME_ELEMENT_OR_ADDRESS = 0.9;

    /**
     * One of several days that the same kind of line shows, as the entries of a list do. Of 19 such among labelled pages and
     * among pages that are no articles and have no date by their labels, 5 were right. Set by hand, as the next is.
     */
    private static final double IN_LIST = -1.5;

    private static final int FEWEST_IN_LIST = 4;

    /** A day among the words of a line, whatever it is the day of: 13 of 31 such were right. */
    private static final double AMONG_WORDS = -1.5;

    /** The year is that of the address, or guessed from the capture. Set by hand, as well. */
    private static final double WITHOUT_YEAR = -2.5;

    /** Whatever else speaks for a day without its year. */
    private static final double MOST_WITHOUT_YEAR = 0.59;

    /** Day and month may be exchanged, and nothing tells. Set by hand: the labelled pages hold too few. */
    private static final double AMBIGUOUS = -2;

    /**
     * All that states the day stands outside the article: another article's, the day of the visit, the footer's. Of 34 such on
     * labelled pages 21 were right, but these have a date of their own by their labels, and a page without one has no
     * other to show. Set by hand.
     */
    private static final double OUTSIDE = -1.7;

    private static final double AT_OTHER_ARTICLE = -3;

    private static final double LEAST_CHANGE = 0.175;
    private static final double LEAST_SUPPORT = 0.01;
    private static final double MOST_SUPPORT = 0.9995;

    private Confidence() {}

    /** That the first of the candidates is right, 0 to 1, by the support of its day, 0 to 1. */
    static double of(List<Candidate> ranked, double support) {
        Candidate best = ranked.get(0);
        DateReading reading = best.reading();
        if (reading == null) {
            return 0;
        }
        boolean withoutYear = reading.form().equals("without-year");
        double bounded = Math.min(MOST_SUPPORT, Math.max(LEAST_SUPPORT, support));
        double sum = BASE
                + SUPPORT * StrictMath.log(bounded / (1 - bounded))
                + CONTRADICTION * contradiction(ranked, reading.day())
                + (isChangedAfter(ranked, reading.day()) ? CHANGED_LATER : 0)
                + (best.isModified() ? ONLY_CHANGE : 0)
                + (bounded < BARELY ? BARELY_SUPPORTED : 0)
                + place(best.claim().source())
                + part(ranked, reading.day())
                + (best.isInWords() && best.meaning() == Meaning.UNSPECIFIED ? AMONG_WORDS : 0)
                + (isInList(ranked, best) ? IN_LIST : 0)
                + (withoutYear ? WITHOUT_YEAR : 0)
                + (reading.form().equals("ambiguous") && !best.isOrderShown() ? AMBIGUOUS : 0);
        double confidence = 1 / (1 + StrictMath.exp(-sum));
        return withoutYear ? Math.min(MOST_WITHOUT_YEAR, confidence) : confidence;
    }

    private static boolean isInList(List<Candidate> ranked, Candidate best) {
        return best.meaning() == Meaning.UNSPECIFIED
                && best.isFrom(ClaimSource.TEXT)
                && ranked.stream()
                                .filter(one -> one.meaning() == Meaning.UNSPECIFIED && one.day() != null)
                                .filter(one -> one.claim()
                                        .locator()
                                        .equals(best.claim().locator()))
                                .map(Candidate::day)
                                .distinct()
                                .limit(FEWEST_IN_LIST)
                                .count()
                        == FEWEST_IN_LIST;
    }

    private static double place(ClaimSource source) {
        return switch (source) {
            case TEXT, MARKUP -> SHOWN;
            case TIME_ELEMENT, URL -> IN_TIME_ELEMENT_OR_ADDRESS;
            default -> 0;
        };
    }

    /** By the part of the page that the most trusted claim of a day stands in. */
    private static double part(List<Candidate> ranked, LocalDate day) {
        Region region = ranked.stream()
                .filter(one -> day.equals(one.day()))
                .max(Comparator.comparingDouble(Weights::of))
                .map(one -> one.claim().region())
                .orElse(Region.UNKNOWN);
        return switch (region) {
            case FURNITURE, RELATED -> OUTSIDE;
            case OTHER_ARTICLES -> AT_OTHER_ARTICLE;
            case HEAD, ARTICLE_HEADER, ARTICLE_BODY, CAPTION, ARTICLE_FOOTER, COMMENT, UNKNOWN -> 0;
        };
    }

    /** The weight of the most trusted claim of another day. */
    private static double contradiction(List<Candidate> ranked, LocalDate day) {
        return ranked.stream()
                .filter(one -> !one.isModified() && one.day() != null && !day.equals(one.day()))
                .mapToDouble(Weights::of)
                .max()
                .orElse(0);
    }

    private static boolean isChangedAfter(List<Candidate> ranked, LocalDate day) {
        return ranked.stream().anyMatch(one -> {
            LocalDate changed = one.isModified() ? one.day() : null;
            return changed != null && changed.isAfter(day) && Weights.of(one) > LEAST_CHANGE;
        });
    }
}
