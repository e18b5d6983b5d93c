package dev.colophon.date;

import dev.colophon.model.DateClaim.Meaning;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what the day that a text speaks for is: {@code Stand: 14.05.2026} is a change behind an earlier day. */
final class AsOf {
    private static final double LEAST_PUBLICATION = 0.4;

    private AsOf() {}

    /** The candidates, with those as claims of a change that stand behind a publication. */
    static List<Candidate> told(List<Candidate> candidates) {
        return candidates.stream()
                .map(one -> one.meaning() == Meaning.AS_OF
                                && candidates.stream().anyMatch(other -> isFirst(other, one))
                        ? one.asModified("-behind-publication")
                        : one)
                .toList();
    }

    private static boolean isFirst(Candidate other, Candidate candidate) {
        boolean publication = !other.isModified() && other.meaning() != Meaning.AS_OF;
        return publication && isBefore(other, candidate) && Weights.of(other) >= LEAST_PUBLICATION;
    }

    private static boolean isBefore(Candidate one, Candidate other) {
        LocalDate first = day(one, other);
        LocalDate second = other.day();
        if (first == null || second == null || !first.equals(second)) {
            return first != null && second != null && first.isBefore(second);
        }
        LocalTime from = one.reading() == null ? null : one.reading().time();
        LocalTime to = other.reading() == null ? null : other.reading().time();
        return from != null && to != null && from.isBefore(to);
    }

    /** The day of a candidate; of an instant in UTC the one where its readers may be that another candidate shows. */
    private static @Nullable LocalDate day(Candidate one, Candidate other) {
        DateReading reading = one.reading();
        boolean neighbour =
                reading != null && LocalDays.isUtc(reading) && LocalDays.neighbour(reading).equals(other.day());
        return neighbour ? other.day() : one.day();
    }
}
