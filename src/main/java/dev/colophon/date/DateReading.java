package dev.colophon.date;

import dev.colophon.model.DateClaim;
import dev.colophon.model.DatePrecision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of text says as a date.
 *
 * @param day the day; the first of the month or year where the precision is coarser
 * @param time the time of day; null where none is given
 * @param zone offset ({@code +05:30}) or IANA id that the text gives; null where it gives none
 * @param precision the smallest unit given
 * @param swapped the day with day and month exchanged, where the text allows that too; null where it does not
 * @param introduced what the words around it say that it is; null where they say nothing
 * @param form how it was read: {@code iso}, {@code numeric}, {@code named-month} …
 * @param certainty how sure the reading is, 0 to 1
 */
record DateReading(
        LocalDate day,
        @Nullable LocalTime time,
        @Nullable String zone,
        DatePrecision precision,
        @Nullable LocalDate swapped,
        DateClaim.@Nullable Meaning introduced,
        String form,
        double certainty) {
    /** The certainty of the order in {@code 5.6.2025}. */
    static final double DOTTED = 0.95;

    /** Up to here the certainty of dates that words give to something else: {@code valid until 5 June 2025}. */
    static final double OF_ANOTHER = 0.15;

    /** The date and time as written; null without a time. */
    @Nullable
    LocalDateTime local() {
        return time == null ? null : day.atTime(time);
    }

    /** The instant; null without a time or a zone. */
    @Nullable
    Instant instant() {
        LocalDateTime local = local();
        return local == null || zone == null ? null : Zones.instant(local, zone);
    }

    /** Whether a day is given at least. */
    boolean hasDay() {
        return precision.compareTo(DatePrecision.DAY) >= 0;
    }

    /** The same with day and month exchanged; itself where that is impossible. */
    DateReading exchanged() {
        return swapped == null
                ? this
                : new DateReading(
                        /* day= */ swapped, time, zone, precision, /* swapped= */ day, introduced, form, certainty);
    }

    /** The same, sure of its order of day and month. */
    DateReading decided() {
        return new DateReading(day, time, zone, precision, swapped, introduced, form, Math.max(certainty, DOTTED));
    }

    /** ISO 8601 with as much as is known: {@code 2025-06}, {@code 2025-06-05T23:45+05:30}. */
    String iso() {
        return switch (precision) {
            case YEAR -> day.toString().substring(0, 4);
            case MONTH -> day.toString().substring(0, 7);
            case DAY -> day.toString();
            case MINUTE -> withTime("HH:mm".length());
            case SECOND -> withTime("HH:mm:ss".length());
        };
    }

    private String withTime(int length) {
        LocalTime clock = time == null ? LocalTime.MIDNIGHT : time;
        String suffix = zone == null ? "" : zone.indexOf('/') > 0 ? "[" + zone + "]" : zone;
        return day + "T" + clock.format(DateTimeFormatter.ISO_LOCAL_TIME).substring(0, length) + suffix;
    }
}
