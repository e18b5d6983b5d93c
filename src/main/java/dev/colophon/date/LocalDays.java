package dev.colophon.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Finds the day on which a page itself shows an instant that its metadata give in UTC. */
final class LocalDays {
    private static final String UTC = "+00:00";

    /** So many other candidates are looked at: pages of many dates are lists. */
    private static final int MOST_COMPARED = 40;

    private static final double LEAST_WEIGHT = 0.3;

    private LocalDays() {}

    /**
     * The day of another candidate that is the same instant in local time: {@code 2023-12-23T03:22:07Z} is shown as
     * {@code Dec 22, 2023, 10:22 PM}. The candidate's own day where there is none.
     */
    static LocalDate shown(Candidate candidate, List<Candidate> all) {
        DateReading reading = candidate.reading();
        if (reading == null) {
            throw new IllegalArgumentException("a candidate that was refused has no day: " + candidate.claim());
        }
        LocalDateTime utc = reading.local();
        if (utc == null || !UTC.equals(reading.zone())) {
            return reading.day();
        }
        return all.stream()
                .limit(MOST_COMPARED)
                .filter(other -> Weights.of(other) >= LEAST_WEIGHT && !other.isModified())
                .map(Candidate::reading)
                .filter(other -> other != null && !other.day().equals(reading.day()) && isSame(utc, other))
                .map(other -> other == null ? reading.day() : other.day())
                .findFirst()
                .orElse(reading.day());
    }

    private static boolean isSame(LocalDateTime utc, DateReading other) {
        LocalDateTime local = other.local();
        if (local == null || UTC.equals(other.zone())) {
            return false;
        }
        if (other.zone() == null) {
            return Zones.canBeSameInstant(utc.withSecond(0), local.withSecond(0));
        }
        Instant instant = other.instant();
        return instant != null
                && instant.getEpochSecond() / 60 == Zones.utc(utc).getEpochSecond() / 60;
    }
}
