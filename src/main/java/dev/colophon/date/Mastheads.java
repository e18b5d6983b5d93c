package dev.colophon.date;

import dev.colophon.date.Lexicon.Kind;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the day that a masthead shows, which is that of the visit: {@code Friday, December 19, 2025} with its weekday and
 * without a time, on a page that also has an earlier day of its own; or the day of the capture, however it is written, above
 * an earlier day.
 */
final class Mastheads {
    private static final double DOUBTED = 0.4;
    private static final double LEAST_OTHER = 0.4;
    /** Elements of the shortest menu and the headline. */
    private static final int MENU = 8;

    private Mastheads() {}

    /**
     * The candidates, with less trust in days that a masthead seems to show.
     *
     * @param captured when the page was; null where unknown
     */
    static List<Candidate> doubted(List<Candidate> candidates, @Nullable Instant captured) {
        return candidates.stream()
                .map(one -> isOfVisit(one, candidates) || (captured != null && isOfCapture(one, captured, candidates))
                        ? one.doubted(DOUBTED, "-as-masthead")
                        : one)
                .toList();
    }

    /**
     * Whether a day that no words explain is that of the capture, in whatever zone, and the only other day of that kind is an
     * earlier one further below, as that of an article is below the menu that a masthead ends with.
     */
    private static boolean isOfCapture(Candidate candidate, Instant captured, List<Candidate> all) {
        LocalDate day = candidate.day();
        return day != null
                && Math.abs(ChronoUnit.DAYS.between(LocalDate.ofInstant(captured, ZoneOffset.UTC), day)) <= 1
                && isBareDayShown(candidate)
                && all.stream().noneMatch(other -> confirms(other, day))
                && all.stream().anyMatch(other -> isBelow(candidate, other) && isBefore(other, day.minusDays(1)))
                && days(all) == 2;
    }

    private static long days(List<Candidate> all) {
        return all.stream()
                .filter(other -> isUnexplained(other) && Weights.of(other) >= LEAST_OTHER)
                .map(Candidate::day)
                .distinct()
                .count();
    }

    private static boolean isBelow(Candidate candidate, Candidate other) {
        return isUnexplained(other)
                && !other.isInWords()
                && other.claim().order() >= candidate.claim().order() + MENU
                && Weights.of(other) >= LEAST_OTHER;
    }

    private static boolean isBefore(Candidate other, LocalDate day) {
        LocalDate earlier = other.day();
        return earlier != null && earlier.isBefore(day);
    }

    private static boolean isUnexplained(Candidate candidate) {
        return isShown(candidate)
                && candidate.meaning() == Meaning.UNSPECIFIED
                && candidate.claim().region() != Region.COMMENT;
    }

    private static boolean isOfVisit(Candidate candidate, List<Candidate> all) {
        LocalDate day = candidate.day();
        return day != null
                && isBareDayShown(candidate)
                && all.stream().anyMatch(other -> isEarlier(other, day))
                && all.stream().noneMatch(other -> confirms(other, day))
                && namesWeekday(candidate.claim().raw());
    }

    private static boolean isBareDayShown(Candidate candidate) {
        DateReading reading = candidate.reading();
        return reading != null && reading.time() == null && isUnexplained(candidate);
    }

    private static boolean isShown(Candidate candidate) {
        return !Candidate.isWrittenForMachines(candidate.claim()) && !candidate.isFrom(ClaimSource.TIME_ELEMENT);
    }

    private static boolean isEarlier(Candidate other, LocalDate day) {
        return isBefore(other, day)
                && !other.isModified()
                && Weights.of(other) >= LEAST_OTHER
                && !(isBareDayShown(other) && namesWeekday(other.claim().raw()));
    }

    /** Whether the day is stated by more than what people see. */
    private static boolean confirms(Candidate other, @Nullable LocalDate day) {
        return day != null && day.equals(other.day()) && !isShown(other) && Weights.of(other) >= LEAST_OTHER / 2;
    }

    private static boolean namesWeekday(String raw) {
        Tokens tokens = Tokens.of(raw, null);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.at(i).means(Kind.WEEKDAY)) {
                return true;
            }
        }
        return false;
    }
}
