package dev.colophon.date;

import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The Bengali calendar in both conventions: {@code ২২ জ্যৈষ্ঠ ১৪৩২} is 5 June 2025 in Bangladesh, whose reform of 1987
 * and 2019 fixed the months' lengths, and a day later or so in India, where a month begins on the day after the sun
 * enters its sign, by the Surya Siddhanta (Reingold and Dershowitz, Calendrical Calculations, chapter 20).
 */
final class BengaliCalendar {
    private static final int EPOCH = 593;
    private static final int REFORM_OF_2019 = 1426;

    private static final double SIDEREAL_YEAR = 365 + 279457.0 / 1080000;
    private static final double ANOMALISTIC_YEAR = 1577917828000.0 / (4320000000L - 387);
    private static final double YEARS_SINCE_CREATION = 1955880000.0;

    /** Days from the beginning of the Kali Yuga, 18 February 3102 BC (Julian), to 1 January 1970, midnight in India. */
    private static final double KALI_YUGA = 1132959 + 719163;

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
        LocalDate day = LocalDate.of(year + EPOCH, 4, 10).plusDays(Math.round((month - 1) * SIDEREAL_YEAR / 12));
        int sign = month - 1;
        while (sign(day.plusDays(1)) != sign) {
            day = day.plusDays(1);
        }
        return day.plusDays(1);
    }

    /** The sign that the sun is in at a day's first moment, 0 for Aries. */
    private static int sign(LocalDate day) {
        double days = day.toEpochDay() + KALI_YUGA;
        double mean = 360 * fraction(days / SIDEREAL_YEAR);
        double anomaly = fraction((days + YEARS_SINCE_CREATION * SIDEREAL_YEAR) / ANOMALISTIC_YEAR);
        double offset = StrictMath.sin(2 * StrictMath.PI * anomaly);
        double size = 14.0 / 360;
        double equation = StrictMath.toDegrees(StrictMath.asin(offset * (size - Math.abs(offset) * size / 42)));
        return (int) (((mean - equation) % 360 + 360) % 360 / 30);
    }

    private static double fraction(double number) {
        return number - Math.floor(number);
    }
}
