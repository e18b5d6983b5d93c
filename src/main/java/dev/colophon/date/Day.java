package dev.colophon.date;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.EthiopicCalendar;
import com.ibm.icu.util.HebrewCalendar;
import com.ibm.icu.util.IslamicCalendar;
import com.ibm.icu.util.PersianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import dev.colophon.date.Lexicon.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Year, month and day as they are written, in whatever calendar.
 *
 * @param calendar {@link Kind#MONTH} for Gregorian, or the kind of another calendar's months
 * @param year the year, four digits
 * @param month 1 to 12, in some calendars 13; 0 where none is given
 * @param day 1 to 31, in {@link Kind#BIKRAM} to 32; 0 where none is given
 */
record Day(Kind calendar, int year, int month, int day) {
    static final int EARLIEST = 1990;
    static final int EARLIEST_HEBREW = 5700;

    /** What is written with a zero in front, {@code 0025}, is no year. */
    private static final int EARLIEST_WRITTEN = 1000;

    /** No Gregorian year: one of the Hebrew calendar beside a month that is not. */
    private static final int LATEST = 3000;

    private static final int BUDDHIST = 543;
    private static final int EARLIEST_PERSIAN = 1370;
    private static final int LATEST_PERSIAN = 1480;

    /** A day of the calendar that the year belongs to: Buddhist years are 543 ahead, Persian ones 621 behind. */
    static Day of(int year, int month, int day) {
        if (year >= EARLIEST + BUDDHIST && year < 2700) {
            return new Day(Kind.MONTH, year - BUDDHIST, month, day);
        }
        boolean persian = year >= EARLIEST_PERSIAN && year <= LATEST_PERSIAN;
        return new Day(persian ? Kind.PERSIAN : Kind.MONTH, year, month, day);
    }

    /** Whether the year is one of our time, as the calendar counts. */
    static boolean isYearOf(Kind calendar, int year) {
        return switch (calendar) {
            case PERSIAN, ISLAMIC, BENGALI, BENGALI_OF_INDIA -> year < 1500;
            case BIKRAM -> year >= BikramCalendar.EARLIEST && year < 2200;
            case HEBREW -> year >= EARLIEST_HEBREW;
            case ETHIOPIC -> year >= 1900 && year < 2100;
            default -> year >= 1500 && year < EARLIEST_HEBREW;
        };
    }

    /** A year of two digits in the century that makes it the latest possible one. */
    static int fullYear(int twoDigits, int latest) {
        int year = latest - latest % 100 + twoDigits;
        return year > latest ? year - 100 : year;
    }

    /** The same of the Buddhist era, {@code 68} for 2568; 0 where that is none that pages are of. */
    static int fullBuddhistYear(int twoDigits, int latest) {
        int year = fullYear(twoDigits, latest + BUDDHIST);
        return year >= EARLIEST + BUDDHIST ? year : 0;
    }

    /** The Gregorian date, the first day where month or day are not given; null where there is no such day. */
    @Nullable
    LocalDate date() {
        int someMonth = Math.max(1, month);
        int someDay = Math.max(1, day);
        if (calendar != Kind.MONTH) {
            return converted(someMonth, someDay);
        }
        if (year < EARLIEST_WRITTEN || year > LATEST) {
            return null;
        }
        try {
            return LocalDate.of(year, someMonth, someDay);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** Null also for a year that the calendar does not count: {@code 9 Sivan 57} is none of the year 2057. */
    private @Nullable LocalDate converted(int someMonth, int someDay) {
        if (!isYearOf(calendar, year)) {
            return null;
        }
        if (calendar == Kind.BENGALI || calendar == Kind.BENGALI_OF_INDIA) {
            return BengaliCalendar.date(calendar == Kind.BENGALI_OF_INDIA, year, someMonth, someDay);
        }
        if (calendar == Kind.BIKRAM) {
            return BikramCalendar.date(year, someMonth, someDay);
        }
        Calendar converter = converter();
        converter.clear();
        converter.setLenient(false);
        converter.set(Calendar.EXTENDED_YEAR, year);
        converter.set(Calendar.MONTH, someMonth - 1);
        converter.set(Calendar.DAY_OF_MONTH, someDay);
        try {
            return LocalDate.ofInstant(Instant.ofEpochMilli(converter.getTimeInMillis()), ZoneOffset.UTC);
        } catch (IllegalArgumentException noSuchDay) {
            return null;
        }
    }

    private Calendar converter() {
        return switch (calendar) {
            case PERSIAN -> new PersianCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
            case HEBREW -> new HebrewCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
            case ETHIOPIC -> new EthiopicCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
            default -> {
                IslamicCalendar islamic = new IslamicCalendar(TimeZone.GMT_ZONE, ULocale.ROOT);
                islamic.setCalculationType(IslamicCalendar.CalculationType.ISLAMIC_UMALQURA);
                yield islamic;
            }
        };
    }
}
