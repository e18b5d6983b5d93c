package dev.colophon.date;

import dev.colophon.model.ClaimSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the day of publication by agreement: each day gets the evidence of all kinds of places that state it, as if
 * they were independent witnesses, and the best candidate of the best day wins.
 */
final class DateRanking {
    /**
     * The candidates in order.
     *
     * @param all the best first, refused ones last
     * @param confidence that the first is right, 0 to 1; 0 where all are refused
     */
    record Ranked(List<Candidate> all, double confidence) {
        @Nullable
        Candidate best() {
            return all.isEmpty() || all.get(0).reading() == null ? null : all.get(0);
        }
    }

    private final Map<LocalDate, Double> support = new TreeMap<>();

    private DateRanking(List<Candidate> candidates) {
        Map<LocalDate, Map<ClaimSource, Double>> witnesses = new TreeMap<>();
        for (Candidate candidate : candidates) {
            LocalDate day = candidate.day();
            if (day != null) {
                witnesses
                        .computeIfAbsent(day, absent -> new EnumMap<>(ClaimSource.class))
                        .merge(candidate.claim().source(), Weights.of(candidate), Math::max);
            }
        }
        witnesses.forEach((day, weights) -> support.put(day, together(weights)));
    }

    private static double together(Map<ClaimSource, Double> weights) {
        double doubt = 1;
        for (double weight : weights.values()) {
            doubt *= 1 - weight;
        }
        return 1 - doubt;
    }

    /** The candidates in order of trust. */
    static Ranked rank(List<Candidate> candidates) {
        List<Candidate> resolved = withOrderDecided(candidates);
        DateRanking ranking = new DateRanking(resolved);
        List<Candidate> sorted = new ArrayList<>(resolved);
        sorted.sort(ranking.order());
        double confidence = sorted.isEmpty() ? 0 : ranking.support(sorted.get(0));
        return new Ranked(sorted, confidence);
    }

    /** Exchanges day and month of ambiguous dates where only that agrees with a date that is not ambiguous. */
    private static List<Candidate> withOrderDecided(List<Candidate> candidates) {
        List<LocalDate> sure = new ArrayList<>();
        for (Candidate candidate : candidates) {
            DateReading reading = candidate.reading();
            if (reading != null && reading.hasDay() && reading.swapped() == null && Weights.of(candidate) >= 0.3) {
                sure.add(reading.day());
            }
        }
        return candidates.stream()
                .map(candidate -> isBetterExchanged(candidate, sure) ? candidate.exchanged() : candidate)
                .toList();
    }

    private static boolean isBetterExchanged(Candidate candidate, List<LocalDate> sure) {
        DateReading reading = candidate.reading();
        return reading != null
                && reading.swapped() != null
                && !sure.contains(reading.day())
                && sure.contains(reading.swapped());
    }

    private double support(Candidate candidate) {
        LocalDate day = candidate.day();
        return day == null ? Weights.of(candidate) : support.getOrDefault(day, 0.0);
    }

    private Comparator<Candidate> order() {
        return Comparator.comparing((Candidate candidate) -> candidate.reading() == null)
                .thenComparing(candidate -> -support(candidate))
                .thenComparing(DateRanking::dayOrLast)
                .thenComparing(Candidate::isModified)
                .thenComparing(candidate -> -detail(candidate))
                .thenComparing(candidate -> -Weights.of(candidate))
                .thenComparing(candidate -> candidate.claim().order());
    }

    private static LocalDate dayOrLast(Candidate candidate) {
        LocalDate day = candidate.day();
        return day == null ? LocalDate.MAX : day;
    }

    /** How much a candidate says beyond the day. Midnight is what systems write that know only the day. */
    private static int detail(Candidate candidate) {
        DateReading reading = candidate.reading();
        if (reading == null || reading.time() == null || Weights.of(candidate) < 0.3) {
            return 0;
        }
        int midnight = reading.time().equals(LocalTime.MIDNIGHT) ? 0 : 2;
        return 1 + midnight + (reading.zone() == null ? 0 : 1);
    }
}
