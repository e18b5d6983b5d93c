package dev.colophon.date;

import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The Bengali calendar in both conventions: {@code ২২ জ্যৈষ্ঠ ১৪৩২} is 5 June 2025 in Bangladesh, whose reform of 1987
 * and 2019 fixed the months' lengths, and a day later or so in India, where a month begins on the day after the sun
 * enters its sign ({@link SolarMonths}).
 */
final class BengaliCalendar {
    private static final int EPOCH = 593;
    private static final int REFORM_OF_2019 = 1426;

    private BengaliCalendar() {}

    /** The Gregorian date; null where there is no such day. */
    static @Nullable LocalDate date(boolean ofIndia, int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1) {
            return null;
        }
        LocalDate first = ofIndia ? firstByTheSun(year, month) : firstByReform(year, month);
        LocalDate next = month == 12
                ? (ofIndia ? firstByTheSun(year + 1, 1) : firstByReform(year + 1, 1))
                : (ofIndia ? firstByTheSun(year, month + 1) : firstByReform(year, month + 1));
        return day > ChronoUnit.DAYS.between(first, next) ? null : first.plusDays(day - 1L);
    }

    private static LocalDate firstByReform(int year, int month) {
        LocalDate first = LocalDate.of(year + EPOCH, 4, 14);
        for (int before = 1; before < month; before++) {
            first = first.plusDays(length(year, before));
        }
        return first;
    }

    private static int length(int year, int month) {
        boolean leap = Year.isLeap(year + EPOCH + 1);
        if (year < REFORM_OF_2019) {
            return month <= 5 || (month == 11 && leap) ? 31 : 30;
        }
        if (month == 11) {
            return leap ? 30 : 29;
        }
        return month <= 6 ? 31 : 30;
    }

    private static LocalDate firstByTheSun(int year, int month) {
        return SolarMonths.entering(year + EPOCH, month, 0).plusDays(1);
    }
}
