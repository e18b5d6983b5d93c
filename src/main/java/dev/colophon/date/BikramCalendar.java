package dev.colophon.date;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Bikram Sambat, the calendar of Nepal: {@code २२ जेठ २०८२} is 5 June 2025. A month begins on the day, in Nepal from midnight,
 * in which the sun enters its sign ({@link SolarMonths}); of the two signs at which the sun turns, Cancer counts from
 * sunrise and Capricorn to sunset. Compared with the published lengths of all months from 2047 to 2083, the rule differs
 * at the one day of {@link #EARLY_CHAITRA}.
 */
final class BikramCalendar {
    static final int EARLIEST = 2047;
    static final int LONGEST_MONTH = 32;

    private static final int EPOCH = 57;
    private static final int CANCER = 4;
    private static final int CAPRICORN = 10;

    /** Nepal lies 9.5 degrees to the east of Ujjain, of whose days the rule's are parts. */
    private static final double MIDNIGHT = -9.5 / 360;

    private static final double SUNRISE = 0.2;
    private static final double SUNSET_BEFORE = -0.3;

    /** Its Chaitra began a day before the rule's. */
    private static final int EARLY_CHAITRA = 2066;

    private BikramCalendar() {}

    /** The Gregorian date; null where there is no such day. */
    static @Nullable LocalDate date(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1) {
            return null;
        }
        LocalDate first = first(year, month);
        LocalDate next = month == 12 ? first(year + 1, 1) : first(year, month + 1);
        return day > ChronoUnit.DAYS.between(first, next) ? null : first.plusDays(day - 1L);
    }

    private static LocalDate first(int year, int month) {
        LocalDate first = SolarMonths.entering(year - EPOCH, month, begin(month));
        return year == EARLY_CHAITRA && month == 12 ? first.minusDays(1) : first;
    }

    private static double begin(int month) {
        return switch (month) {
            case CANCER -> SUNRISE;
            case CAPRICORN -> SUNSET_BEFORE;
            default -> MIDNIGHT;
        };
    }
}
