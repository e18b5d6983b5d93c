package dev.colophon.date;

import dev.colophon.date.Lexicon.Kind;
import dev.colophon.date.Lexicon.Sense;
import dev.colophon.date.MonthParser.Month;
import java.time.MonthDay;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds days: those that name their month, {@code 5 de junio de 2025}, and by other parsers all others. */
final class DayParser {
    /** So many particles and marks may stand between the parts of a date. */
    private static final int WIDEST_GAP = 4;

    private static final int BUDDHIST_CENTURY = 2500;
    private static final int SHORTEST_LABEL = 3;
    private static final char FIRST_NOT_LATIN = 0x250;

    private final Tokens tokens;
    private final ReadingHints hints;
    private final MonthParser months;
    private final NumericDayParser numeric;
    private final UnitDayParser units;

    DayParser(Tokens tokens, ReadingHints hints) {
        this.tokens = tokens;
        this.hints = hints;
        this.months = new MonthParser(tokens);
        this.numeric = new NumericDayParser(tokens, hints);
        this.units = new UnitDayParser(tokens, hints);
    }

    /** The date that starts at a token; null where none does. */
    @Nullable
    DayMatch at(int i) {
        if (tokens.at(i).isNumber()) {
            if (isWithinClock(i)) {
                return null;
            }
            DayMatch match = numeric.at(i);
            match = match == null ? units.yearFirst(i) : match;
            match = match == null ? units.monthFirst(i) : match;
            match = match == null ? units.dayFirst(i) : match;
            match = match == null ? dayFirst(i) : match;
            return match == null ? yearFirst(i) : match;
        }
        if (tokens.at(i).means(Kind.ERA)) {
            return units.eraFirst(i);
        }
        return months.at(i) == null ? null : monthFirst(i);
    }

    /** {@code 01} of {@code 21:30:01 Feb 28, 2007}. */
    private boolean isWithinClock(int i) {
        return tokens.at(i - 1).isMark(':')
                && !tokens.at(i).spaced()
                && !tokens.at(i - 1).spaced()
                && tokens.at(i - 2).isNumber(2, 0, 59);
    }

    /** The day of a named month, or one with units, at a token, whatever follows; null where there is none. */
    @Nullable
    MonthDay withoutYear(int i) {
        Month named = months.at(i);
        Token number = tokens.at(i);
        if (named != null) {
            int day = gap(named.to());
            return hasOtherYear(day + 1) ? null : monthDay(named.sense(), tokens.at(day));
        }
        if (!number.isNumber()) {
            return null;
        }
        Month behind = months.at(gap(i + 1));
        if (behind != null) {
            return hasOtherYear(behind.to()) ? null : monthDay(behind.sense(), number);
        }
        boolean units = number.isNumber(2, 1, 12)
                && tokens.at(i + 1).means(Kind.UNIT_MONTH)
                && tokens.at(i + 3).means(Kind.UNIT_DAY);
        return units ? monthDay(new Sense(Kind.MONTH, number.number(), ""), tokens.at(i + 2)) : null;
    }

    /** A year that is none of ours: {@code November 20, 9999}. */
    private boolean hasOtherYear(int from) {
        Token next = tokens.at(gap(from));
        return next.isNumber() && next.text().length() > 2;
    }

    private static @Nullable MonthDay monthDay(Sense month, Token day) {
        boolean exists = month.kind() == Kind.MONTH
                && day.isNumber(2, 1, 31)
                && day.number() <= java.time.Month.of(month.value()).maxLength();
        return exists ? MonthDay.of(month.value(), day.number()) : null;
    }

    /** {@code 5 June 2025}, {@code 5. Juni 2025}, {@code 5 tháng 6 năm 2025} */
    private @Nullable DayMatch dayFirst(int i) {
        Month month =
                tokens.at(i).isNumber(2, 1, BikramCalendar.LONGEST_MONTH) && !isIssue(i) ? months.at(gap(i + 1)) : null;
        return month == null || !month.holds(tokens.at(i))
                ? null
                : withYear(i, month, tokens.at(i).number(), month.to());
    }

    /** {@code Vol. 3, No. 12, May 2026}: a number of the magazine, which appears once in the month. */
    private boolean isIssue(int i) {
        Token label = tokens.labelOf(i);
        boolean marked = !tokens.at(i - 1).isWord();
        return label.means(Kind.ISSUE) && (marked || label.text().length() >= SHORTEST_LABEL);
    }

    /** {@code June 5th, 2025}, {@code Jun 05 23:45:00 IST 2025}, {@code June 2025} */
    private @Nullable DayMatch monthFirst(int i) {
        Month month = months.at(i);
        if (month == null) {
            return null;
        }
        int next = gap(month.to());
        if (month.holds(tokens.at(next))) {
            return withYear(i, month, tokens.at(next).number(), behindRange(i, next));
        }
        Token year = tokens.at(next);
        return isFullYear(year) ? DayMatch.sure(i, next + 1, day(month, year.number(), 0), "month-of-year") : null;
    }

    /** Behind a day or, where a full year follows, behind several: {@code July 12–18, 2024}. */
    private int behindRange(int month, int day) {
        boolean range = tokens.at(day + 1).isMark('-')
                && tokens.at(day + 2).isNumber(2, 1, 31)
                && !holdsDash(month, day)
                && isFullYear(tokens.at(gap(day + 3)));
        return range ? day + 3 : day + 1;
    }

    private @Nullable DayMatch withYear(int from, Month month, int day, int end) {
        int next = gap(end);
        int year = year(next);
        boolean full = isFullYear(tokens.at(next));
        if (year > 0 && (full || isShortYear(from, month, end, next))) {
            int shown =
                    month.isThai() && !full ? BUDDHIST_CENTURY + tokens.at(next).number() : year;
            Day found = day(month, shown, day);
            return match(from, next + 1, found, full ? 1 : 0.8);
        }
        TimeMatch time = new TimeParser(tokens, hints).at(next);
        if (time != null && isFullYear(tokens.at(time.to()))) {
            Day found = day(month, tokens.at(time.to()).number(), day);
            return new DayMatch(from, time.to() + 1, found, null, time, "ctime", 1);
        }
        return null;
    }

    /**
     * Whether two digits behind a month and its day can be a year: one of our time, in a language of the page, set off from
     * the month as that is from the day, and with no other day before the month nor year behind.
     */
    private boolean isShortYear(int from, Month month, int end, int next) {
        boolean ofOurTime = month.isThai() || month.sense().kind() != Kind.MONTH || year(next) >= Day.EARLIEST;
        return ofOurTime
                && isOfPage(month)
                && areSetOffAlike(from, end, next)
                && (tokens.at(from).isNumber() || !hasDayBefore(from))
                && !isFullYear(tokens.at(gap(next + 1)));
    }

    /** Pages hold English names too; in Latin letters those of other languages are words of this one: {@code out of 5 (26)}. */
    private boolean isOfPage(Month month) {
        return tokens.language() == null
                || month.sense().isOf(tokens.language())
                || month.sense().isOf("en")
                || tokens.at(month.name()).text().charAt(0) >= FIRST_NOT_LATIN;
    }

    /** Whether the same marks stand between the parts: {@code Mar 16 - 19} are two days. */
    private boolean areSetOffAlike(int from, int end, int next) {
        for (int i = end; i < next; i++) {
            if (tokens.at(i).isWord() && !joinsYear(tokens.at(i))) {
                return false;
            }
        }
        return holdsDash(from, end) == holdsDash(end, next) && !holdsSpacedDash(from, next);
    }

    /** {@code 5 de junio de 25}: no particle that may stand before a time. */
    private static boolean joinsYear(Token word) {
        return word.means(Kind.ORDINAL)
                || (word.means(Kind.PARTICLE) && !word.means(Kind.CLOCK) && !word.means(Kind.UNIT_HOUR));
    }

    private boolean holdsDash(int from, int to) {
        return IntStream.range(from, to).anyMatch(this::isDash);
    }

    private boolean holdsSpacedDash(int from, int to) {
        return IntStream.range(from, to)
                .anyMatch(i ->
                        isDash(i) && (tokens.at(i).spaced() || tokens.at(i + 1).spaced()));
    }

    private boolean isDash(int i) {
        return tokens.at(i).isMark('-');
    }

    /** {@code 15 avril 20h30}: the number behind the month is no second day. Minutes before it are no first one. */
    private boolean hasDayBefore(int month) {
        int i = month - 1;
        while (i > month - WIDEST_GAP && !tokens.at(i).isNumber() && isFiller(i)) {
            i--;
        }
        boolean minutes = tokens.at(i - 1).isMark(":.") && tokens.at(i - 2).isNumber();
        return tokens.at(i).isNumber(2, 1, 31) && !minutes;
    }

    /** {@code 2025. június 5.}, {@code 2025. gada 5. jūnijs} */
    private @Nullable DayMatch yearFirst(int i) {
        if (!isFullYear(tokens.at(i))) {
            return null;
        }
        int next = gap(i + 1);
        Month month = months.at(next);
        if (month != null && month.holds(tokens.at(gap(month.to())))) {
            int at = gap(month.to());
            Day found = day(month, tokens.at(i).number(), tokens.at(at).number());
            return isTimeOrYear(at + 1) ? null : match(i, at + 1, found, 1);
        }
        month = tokens.at(next).isNumber(2, 1, 31) ? months.at(gap(next + 1)) : null;
        if (month == null || year(gap(month.to())) > 0) {
            return null;
        }
        Day found = day(month, tokens.at(i).number(), tokens.at(next).number());
        return match(i, month.to(), found, 1);
    }

    /** Which convention a Bengali date follows is known by the country alone. */
    private DayMatch match(int from, int to, Day day, double certainty) {
        if (day.calendar() != Kind.BENGALI) {
            return new DayMatch(from, to, day, null, null, "named-month", certainty);
        }
        Day ofIndia = new Day(Kind.BENGALI_OF_INDIA, day.year(), day.month(), day.day());
        return switch (hints.country() == null ? "" : hints.country()) {
            case "BD" -> new DayMatch(from, to, day, null, null, "bengali", certainty);
            case "IN" -> new DayMatch(from, to, ofIndia, null, null, "bengali", certainty);
            default -> new DayMatch(from, to, day, ofIndia, null, "bengali", certainty * 0.6);
        };
    }

    private boolean isTimeOrYear(int i) {
        boolean time = tokens.at(i).isMark(':')
                && !tokens.at(i).spaced()
                && !tokens.at(i + 1).spaced();
        return time || isFullYear(tokens.at(gap(i)));
    }

    /** By the calendar of the year, where the name is a month's in several: {@code Nisan} is April in Turkish. */
    private Day day(Month month, int year, int day) {
        Sense fitting = month.sense();
        for (Kind calendar : MonthParser.CALENDARS) {
            Sense other = tokens.sense(month.name(), calendar);
            if (other != null && !Day.isYearOf(fitting.kind(), year) && Day.isYearOf(calendar, year)) {
                fitting = other;
            }
        }
        return fitting.kind() == Kind.MONTH
                ? Day.of(year, fitting.value(), day)
                : new Day(fitting.kind(), year, fitting.value(), day);
    }

    static boolean isFullYear(Token token) {
        boolean hebrew = token.value() >= Day.EARLIEST_HEBREW && token.value() < Day.EARLIEST_HEBREW + 200;
        return token.isNumber()
                && token.text().length() == 4
                && (hebrew || (token.value() >= 1300 && token.value() < 2700));
    }

    /** The year at a token; 0 where there is none. Two digits are a year only where nothing else can be meant. */
    private int year(int i) {
        Token token = tokens.at(i);
        if (isFullYear(token)) {
            return token.number();
        }
        if (!token.isNumber() || token.text().length() != 2 || isTimeOrCount(i)) {
            return 0;
        }
        return Day.fullYear(token.number(), hints.latestShortYear());
    }

    private boolean isTimeOrCount(int i) {
        if (tokens.at(i - 1).isMark("'-/.") && !tokens.at(i).spaced()) {
            return false;
        }
        Token next = tokens.at(i + 1);
        boolean glued = next.isMark(":.") && tokens.at(i + 2).isNumber();
        return glued
                || next.isMark('%')
                || (next.isNumber() && !tokens.at(i + 2).isMark(":."))
                || next.means(Kind.HOURS)
                || next.means(Kind.UNIT_HOUR)
                || (next.isWord() && !next.means(Kind.UNIT_YEAR) && !next.means(Kind.CLOCK) && !next.isWord("at"));
    }

    /** Behind what may stand between the parts of a date. */
    private int gap(int from) {
        int i = from;
        while (i < from + WIDEST_GAP && isFiller(i)) {
            i++;
        }
        return i;
    }

    private boolean isFiller(int i) {
        Token token = tokens.at(i);
        return token.isMark(".,'/-()་°")
                || (token.isWord()
                        && months.at(i) == null
                        && (token.means(Kind.PARTICLE)
                                || token.means(Kind.ORDINAL)
                                || token.means(Kind.UNIT_YEAR)
                                || token.means(Kind.UNIT_DAY)
                                || token.means(Kind.WEEKDAY)
                                || token.means(Kind.ERA)));
    }
}
