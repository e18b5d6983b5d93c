package dev.colophon.date;

import dev.colophon.model.Region;
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

    /** The hours of a day in UTC in which it is another day already, or still, where people live. */
    private static final int WESTERNMOST = 10;

    private static final int EASTERNMOST = 13;

    /**
     * The day before or after that the instant of a time in UTC has where its readers may be: 2019-01-24T00:00Z was the
     * evening of the 23rd in America. The day itself at noon.
     */
    static LocalDate neighbour(DateReading utc) {
        int hour = utc.time() == null ? 12 : utc.time().getHour();
        LocalDate later = hour >= 24 - EASTERNMOST ? utc.day().plusDays(1) : utc.day();
        return hour < WESTERNMOST ? utc.day().minusDays(1) : later;
    }

    /** Whether the reading is an instant in UTC, as systems write it. */
    static boolean isUtc(DateReading reading) {
        return reading.time() != null && UTC.equals(reading.zone());
    }

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
                .orElseGet(() -> shownAlone(reading, all));
    }

    /** The neighbouring day where the page shows that below its headline, and the day in UTC nowhere. */
    private static LocalDate shownAlone(DateReading reading, List<Candidate> all) {
        LocalDate neighbour = neighbour(reading);
        boolean neighbourShown = false;
        for (Candidate other : all.subList(0, Math.min(MOST_COMPARED, all.size()))) {
            LocalDate day = Candidate.isForMachines(other.claim()) ? null : other.day();
            if (day != null && !other.isModified() && Weights.of(other) >= LEAST_WEIGHT) {
                if (day.equals(reading.day())) {
                    return day;
                }
                neighbourShown |= day.equals(neighbour) && isBareDayInHeader(other);
            }
        }
        return neighbourShown ? neighbour : reading.day();
    }

    /** With a time it would be another instant. */
    private static boolean isBareDayInHeader(Candidate candidate) {
        DateReading reading = candidate.reading();
        return reading != null && reading.time() == null && candidate.claim().region() == Region.ARTICLE_HEADER;
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
