package dev.colophon.date;

import dev.colophon.model.DateClaim.Meaning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the first publication from later changes that pages give out for one: systems write the time of the last change
 * into fields of publication, and templates show it below the headline without a word.
 */
final class Updates {
    private static final double LEAST_CHANGE = 0.15;
    private static final double LEAST_PUBLICATION = 0.85;

    /** The same instant is up to so many days apart in two zones. */
    private static final int ZONES_APART = 1;

    private final Set<LocalDate> changed = new HashSet<>();
    private final Set<Object> changedMinutes = new HashSet<>();
    private @Nullable DateReading first;

    private Updates(List<Candidate> candidates) {
        candidates.stream()
                .filter(one -> one.isModified() && one.day() != null && Weights.of(one) >= LEAST_CHANGE)
                .forEach(this::addChange);
        candidates.stream().filter(this::isStatedPublication).forEach(this::addPublication);
    }

    /** The updates among the candidates. */
    static Updates of(List<Candidate> candidates) {
        return new Updates(candidates);
    }

    private void addChange(Candidate candidate) {
        DateReading reading = candidate.reading();
        if (reading != null) {
            changed.add(reading.day());
        }
        if (reading != null && isExact(reading)) {
            changedMinutes.addAll(minutes(reading));
        }
    }

    private boolean isStatedPublication(Candidate candidate) {
        return candidate.meaning() == Meaning.PUBLISHED
                && candidate.day() != null
                && Candidate.isWrittenForMachines(candidate.claim())
                && Weights.of(candidate) >= LEAST_PUBLICATION
                && !(isChanged(candidate) && repeatsMinute(candidate));
    }

    private boolean isChanged(Candidate candidate) {
        LocalDate day = candidate.day();
        return day != null && changed.contains(day);
    }

    private void addPublication(Candidate candidate) {
        DateReading reading = candidate.reading();
        if (reading != null && (first == null || isBefore(reading, first))) {
            first = reading;
        }
    }

    private static boolean isBefore(DateReading one, DateReading other) {
        Instant instant = one.instant();
        Instant second = other.instant();
        return instant != null && second != null
                ? instant.isBefore(second)
                : one.day().isBefore(other.day());
    }

    /** The candidates, with those as claims of a change that repeat one behind a stated publication. */
    List<Candidate> told(List<Candidate> candidates) {
        return first == null || changed.isEmpty()
                ? candidates
                : candidates.stream().map(this::told).toList();
    }

    private Candidate told(Candidate candidate) {
        LocalDate day = candidate.day();
        if (first == null || day == null || candidate.isModified() || !changed.contains(day)) {
            return candidate;
        }
        boolean later = day.isAfter(first.day().plusDays(repeatsMinute(candidate) ? 0 : ZONES_APART));
        return later && !changed.contains(first.day()) ? candidate.asModified("-as-changed") : candidate;
    }

    /** Whether the candidate is the time of a change, and a publication before it is stated. */
    boolean repeats(Candidate candidate) {
        DateReading reading = candidate.reading();
        return first != null
                && isExact(first)
                && reading != null
                && repeatsMinute(candidate)
                && isBefore(first, reading);
    }

    private boolean repeatsMinute(Candidate candidate) {
        DateReading reading = candidate.reading();
        return reading != null && isExact(reading) && minutes(reading).stream().anyMatch(changedMinutes::contains);
    }

    /** Midnight is what systems write that know only the day. */
    private static boolean isExact(DateReading reading) {
        return reading.time() != null && !reading.time().equals(LocalTime.MIDNIGHT);
    }

    /** The minute of the instant, where it is known, and that of the local time. */
    private static Set<Object> minutes(DateReading reading) {
        Set<Object> minutes = new HashSet<>();
        LocalDateTime local = reading.local();
        Instant instant = reading.instant();
        if (local != null) {
            minutes.add(local.truncatedTo(ChronoUnit.MINUTES));
        }
        if (instant != null) {
            minutes.add(instant.truncatedTo(ChronoUnit.MINUTES));
        }
        return minutes;
    }
}
