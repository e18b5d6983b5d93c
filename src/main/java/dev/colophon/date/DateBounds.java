package dev.colophon.date;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The time in which a document can have been published: not after its capture, not before there were such pages. */
final class DateBounds {
    /** A local time without a zone may be so far ahead of UTC. */
    private static final Duration ZONE_SLACK = Duration.ofHours(14);

    private static final Duration CLOCK_SLACK = Duration.ofMinutes(5);
    private static final int EARLIEST_IN_METADATA = 1000;

    private final @Nullable Instant capturedAt;

    /** Bounds by the capture; none where it is null. */
    DateBounds(@Nullable Instant capturedAt) {
        this.capturedAt = capturedAt;
    }

    /** The candidate, with day and month exchanged where only that is possible, or refused. */
    Candidate check(Candidate candidate) {
        DateReading reading = candidate.reading();
        if (reading == null) {
            return candidate;
        }
        if (isAfterCapture(reading)) {
            return reading.swapped() == null || isAfterCapture(reading.exchanged())
                    ? candidate.refused("after-capture")
                    : check(candidate.exchanged());
        }
        return isTooEarly(candidate, reading.day()) ? candidate.refused("too-early") : candidate;
    }

    private boolean isAfterCapture(DateReading reading) {
        if (capturedAt == null) {
            return false;
        }
        Instant instant = reading.instant();
        if (instant != null) {
            return isAfter(capturedAt, instant);
        }
        LocalTime time = reading.time() == null ? LocalTime.MIDNIGHT : reading.time();
        Instant earliest = reading.day().atTime(time).toInstant(ZoneOffset.UTC).minus(ZONE_SLACK);
        return earliest.isAfter(capturedAt);
    }

    /** Whether an instant is later than the capture, by more than clocks differ. */
    static boolean isAfter(Instant capturedAt, Instant instant) {
        return instant.isAfter(capturedAt.plus(CLOCK_SLACK));
    }

    /** Years before the web are believed where metadata state them, but 1970-01-01 is a missing value. */
    private static boolean isTooEarly(Candidate candidate, LocalDate day) {
        boolean stated = Candidate.isWrittenForMachines(candidate.claim()) || Candidate.isAttribute(candidate.claim());
        return day.getYear() < (stated ? EARLIEST_IN_METADATA : Day.EARLIEST)
                || (day.getYear() == 1970 && day.getDayOfYear() == 1)
                || (day.getYear() == 1969 && day.getMonthValue() == 12 && day.getDayOfMonth() == 31);
    }
}
