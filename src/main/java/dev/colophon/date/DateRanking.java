package dev.colophon.date;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DatePrecision;
import dev.colophon.model.Region;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        /** The first, unless it cannot be a publication: a server changes its files for any reason. */
        @Nullable
        Candidate best() {
            boolean none = all.isEmpty() || all.get(0).reading() == null;
            return none || all.get(0).claim().source() == ClaimSource.HTTP_HEADER ? null : all.get(0);
        }
    }

    /** Places that are filled independently of each other. Visible text and its markup are one. */
    private enum Witness {
        GRAPH,
        META,
        ITEM,
        VISIBLE,
        ADDRESS,
        OUTSIDE;

        static Witness of(ClaimSource source) {
            return switch (source) {
                case JSON_LD -> GRAPH;
                case META -> META;
                case MICRODATA, RDFA -> ITEM;
                case TIME_ELEMENT, MARKUP, TEXT -> VISIBLE;
                case URL -> ADDRESS;
                case HTTP_HEADER, FILE_METADATA, SIDECAR, RECORD -> OUTSIDE;
            };
        }
    }

    /** Candidates of less weight, those of other documents mostly, tell nothing beyond the day. */
    private static final double LEAST_TELLING = 0.2;

    private static final double NEIGHBOUR = 0.6;

    /** What is left for the day in UTC where the page shows the same instant on another day. */
    private static final double MOVED = 0.5;

    /** Below this, dates are those of a list rather than of a document, and its newest entry dates it. */
    private static final double LIST_SUPPORT = 0.7;

    private final Map<LocalDate, Double> support = new TreeMap<>();
    private final Updates updates;
    private final Replies replies;

    private DateRanking(List<Candidate> candidates, Updates updates) {
        this.updates = updates;
        this.replies = Replies.of(candidates);
        Map<LocalDate, Map<Witness, Double>> witnesses = new TreeMap<>();
        for (Candidate candidate : candidates) {
            LocalDate day = candidate.day();
            if (day != null) {
                LocalDate shown = LocalDays.shown(candidate, candidates);
                double weight = Weights.of(candidate);
                testify(witnesses, day, candidate, shown.equals(day) ? weight : weight * MOVED);
                testify(witnesses, shown, candidate, weight);
            }
        }
        candidates.forEach(candidate -> testifyForNeighbour(witnesses, candidate));
        witnesses.forEach((day, weights) -> support.put(day, together(weights)));
    }

    private static void testify(
            Map<LocalDate, Map<Witness, Double>> witnesses, LocalDate day, Candidate candidate, double weight) {
        witnesses
                .computeIfAbsent(day, absent -> new EnumMap<>(Witness.class))
                .merge(Witness.of(candidate.claim().source()), weight, Math::max);
    }

    /**
     * A time in UTC also speaks, less loudly, for the day before or after where its readers may be and others say so:
     * {@code 2019-01-24T00:00Z} was the evening of the 23rd in America.
     */
    private static void testifyForNeighbour(Map<LocalDate, Map<Witness, Double>> witnesses, Candidate candidate) {
        DateReading reading = candidate.reading();
        if (reading == null || !LocalDays.isUtc(reading)) {
            return;
        }
        LocalDate neighbour = LocalDays.neighbour(reading);
        if (!neighbour.equals(reading.day()) && witnesses.containsKey(neighbour)) {
            testify(witnesses, neighbour, candidate, Weights.of(candidate) * NEIGHBOUR);
        }
    }

    private static double together(Map<Witness, Double> weights) {
        double doubt = 1;
        for (double weight : weights.values()) {
            doubt *= 1 - weight;
        }
        return 1 - doubt;
    }

    /** The candidates in order of trust. */
    static Ranked rank(List<Candidate> candidates) {
        List<Candidate> decided = Republications.doubted(Mastheads.doubted(AsOf.told(withOrderDecided(candidates))));
        Updates updates = Updates.of(decided);
        List<Candidate> resolved = updates.told(decided);
        DateRanking ranking = new DateRanking(resolved, updates);
        List<Candidate> sorted = new ArrayList<>(resolved);
        sorted.sort(ranking.order());
        double confidence = sorted.isEmpty() ? 0 : Confidence.of(sorted, ranking.support(sorted.get(0)));
        return new Ranked(sorted, confidence);
    }

    /** Exchanges day and month of ambiguous dates where only that agrees with a date that is not ambiguous. */
    private static List<Candidate> withOrderDecided(List<Candidate> candidates) {
        List<LocalDate> sure = new ArrayList<>();
        for (Candidate candidate : candidates) {
            DateReading reading = candidate.reading();
            if (reading != null && reading.hasDay() && isSure(reading) && Weights.of(candidate) >= 0.05) {
                sure.add(reading.day());
            }
        }
        Set<YearMonth> months = monthsOfAddresses(candidates);
        return candidates.stream()
                .map(candidate -> decided(candidate, sure, months))
                .toList();
    }

    private static Candidate decided(Candidate candidate, List<LocalDate> sure, Set<YearMonth> months) {
        DateReading reading = candidate.reading();
        if (reading == null || reading.swapped() == null || isSure(reading)) {
            return candidate;
        }
        if (sure.contains(reading.day()) != sure.contains(reading.swapped())) {
            return sure.contains(reading.day()) ? candidate.confirmed() : candidate.exchanged();
        }
        boolean here = months.contains(YearMonth.from(reading.day()));
        boolean there = months.contains(YearMonth.from(reading.swapped()));
        return here == there || !reading.form().equals("ambiguous")
                ? candidate
                : here ? candidate.confirmed() : candidate.exchanged();
    }

    /** The months that the addresses of the page and its picture name: {@code /uploads/2024/01/}. */
    private static Set<YearMonth> monthsOfAddresses(List<Candidate> candidates) {
        Set<YearMonth> months = new HashSet<>();
        for (Candidate candidate : candidates) {
            String raw = candidate.claim().raw();
            String found = UrlDates.orText(raw);
            boolean inAddress = found.length() == "2024-01".length() && found.charAt(4) == '-' && !found.equals(raw);
            if (inAddress || (candidate.isFrom(ClaimSource.URL) && isMonth(candidate))) {
                months.add(YearMonth.parse(found));
            }
        }
        return months;
    }

    private static boolean isMonth(Candidate candidate) {
        DateReading reading = candidate.reading();
        return reading != null && reading.precision() == DatePrecision.MONTH;
    }

    /** Full stops part day from month in that order nearly everywhere. */
    private static boolean isSure(DateReading reading) {
        return reading.swapped() == null || reading.certainty() >= DateReading.DOTTED;
    }

    private double support(Candidate candidate) {
        LocalDate day = candidate.day();
        return day == null ? Weights.of(candidate) : support.getOrDefault(day, 0.0);
    }

    private Comparator<Candidate> order() {
        return Comparator.comparing((Candidate candidate) -> candidate.reading() == null)
                .thenComparing(replies::contradict)
                .thenComparing(candidate -> -support(candidate))
                .thenComparing(this::dayOrder)
                .thenComparing(Candidate::isModified)
                .thenComparing(updates::repeats)
                .thenComparing(candidate -> -detail(candidate))
                .thenComparing(candidate -> -Weights.of(candidate))
                .thenComparing(candidate -> candidate.claim().order());
    }

    /** Of equally trusted days the first is the publication's; of entries in a list the last, of replies the first again. */
    private long dayOrder(Candidate candidate) {
        LocalDate day = candidate.day();
        if (day == null) {
            return Long.MAX_VALUE;
        }
        boolean newest = support(candidate) < LIST_SUPPORT && candidate.claim().region() != Region.COMMENT;
        return newest ? -day.toEpochDay() : day.toEpochDay();
    }

    /** How much a candidate says beyond the day. Midnight is what systems write that know only the day. */
    private static int detail(Candidate candidate) {
        DateReading reading = candidate.reading();
        if (reading == null || reading.time() == null || Weights.of(candidate) < LEAST_TELLING) {
            return 0;
        }
        int midnight = reading.time().equals(LocalTime.MIDNIGHT) ? 0 : 2;
        return 1 + midnight + (reading.zone() == null ? 0 : 1);
    }
}
