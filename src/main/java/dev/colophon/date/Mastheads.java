package dev.colophon.date;

import dev.colophon.date.Lexicon.Kind;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.Region;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the day that a masthead shows, which is that of the visit: {@code Friday, December 19, 2025} with its weekday and
 * without a time, on a page that also has an earlier day of its own.
 */
final class Mastheads {
    private static final double DOUBTED = 0.4;
    private static final double LEAST_OTHER = 0.4;

    private Mastheads() {}

    /** The candidates, with less trust in days that a masthead seems to show. */
    static List<Candidate> doubted(List<Candidate> candidates) {
        return candidates.stream()
                .map(one -> isOfVisit(one, candidates) ? one.doubted(DOUBTED, "-as-masthead") : one)
                .toList();
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
        return reading != null
                && reading.time() == null
                && isShown(candidate)
                && candidate.meaning() == Meaning.UNSPECIFIED
                && candidate.claim().region() != Region.COMMENT;
    }

    private static boolean isShown(Candidate candidate) {
        return !Candidate.isWrittenForMachines(candidate.claim()) && !candidate.isFrom(ClaimSource.TIME_ELEMENT);
    }

    private static boolean isEarlier(Candidate other, LocalDate day) {
        LocalDate earlier = other.day();
        return earlier != null
                && earlier.isBefore(day)
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
