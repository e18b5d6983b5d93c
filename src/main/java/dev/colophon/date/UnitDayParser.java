package dev.colophon.date;

import dev.colophon.date.Lexicon.Kind;
import dev.colophon.date.Lexicon.Sense;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds days whose year and month are followed by their units, or whose era comes first: {@code 2025年6月5日}. */
final class UnitDayParser {
    /** An era, its year and the unit. */
    private static final int LONGEST_OTHER_YEAR = 4;

    private final Tokens tokens;
    private final ReadingHints hints;

    UnitDayParser(Tokens tokens, ReadingHints hints) {
        this.tokens = tokens;
        this.hints = hints;
    }

    /** {@code 2025年6月5日}, {@code 2025년 6월 5일}, {@code 2025 оны 6-р сарын 5}, {@code 2025（令和7）年6月5日} */
    @Nullable
    DayMatch yearFirst(int i) {
        Token year = tokens.at(i);
        int unit = behindOther(i + 1);
        if (!tokens.at(unit).means(Kind.UNIT_YEAR)) {
            return null;
        }
        boolean full = DayParser.isFullYear(year);
        int month = behindOther(unit + 1);
        if (Minguo.isYear(year, hints)) {
            return monthWithUnit(i, month, Minguo.gregorian(year));
        }
        if (!full && year.text().length() != 2) {
            return null;
        }
        return monthWithUnit(i, month, full ? year.number() : Day.fullYear(year.number(), hints.latestShortYear()));
    }

    /** {@code 令和7年6月5日}, {@code 民國114年6月5日}, {@code พ.ศ. 2568}, {@code 令和7（2025）年6月5日}, {@code R7.6.5} */
    @Nullable
    DayMatch eraFirst(int i) {
        Sense era = tokens.sense(i, Kind.ERA);
        if (era == null || !tokens.at(i + 1).isNumber(4, 1, 2700)) {
            return null;
        }
        int year = tokens.at(i + 1).number() + era.value();
        int unit = behindOther(i + 2);
        return tokens.at(unit).means(Kind.UNIT_YEAR)
                ? monthWithUnit(i, behindOther(unit + 1), year)
                : dotted(i, era, year);
    }

    /** {@code R7.6.5}, of an era whose letter stands for it in the language of the page. */
    private @Nullable DayMatch dotted(int i, Sense era, int year) {
        boolean shape = era.isOf(tokens.language())
                && year >= Day.EARLIEST
                && year <= hints.latestYear()
                && IntStream.rangeClosed(i + 1, i + 5)
                        .noneMatch(at -> tokens.at(at).spaced())
                && tokens.at(i + 2).isMark('.')
                && tokens.at(i + 3).isNumber(2, 1, 12)
                && tokens.at(i + 4).isMark('.')
                && tokens.at(i + 5).isNumber(2, 1, 31)
                && !(tokens.at(i + 6).isMark('.') && tokens.at(i + 7).isNumber());
        return shape
                ? DayMatch.sure(
                        i,
                        i + 6,
                        Day.of(year, tokens.at(i + 3).number(), tokens.at(i + 5).number()),
                        "era")
                : null;
    }

    /** {@code 6月 5, 2025}, as sites show dates whose pattern is that of English; null where no such one starts. */
    @Nullable
    DayMatch monthFirst(int i) {
        int day = behindMonth(i);
        return day > 0 && tokens.at(day).isNumber(2, 1, 31) ? fullYear(i, tokens.at(i), day + 1, tokens.at(day)) : null;
    }

    /** {@code 5 6月, 2025}; null where no such one starts. */
    @Nullable
    DayMatch dayFirst(int i) {
        int behind = tokens.at(i).isNumber(2, 1, 31) ? behindMonth(i + 1) : 0;
        return behind > 0 ? fullYear(i, tokens.at(i + 1), behind, tokens.at(i)) : null;
    }

    private @Nullable DayMatch fullYear(int from, Token month, int at, Token day) {
        int year = tokens.at(at).isMark(',') ? at + 1 : at;
        boolean full =
                DayParser.isFullYear(tokens.at(year)) && !tokens.at(year + 1).means(Kind.UNIT_YEAR);
        return full
                ? DayMatch.sure(from, year + 1, Day.of(tokens.at(year).number(), month.number(), day.number()), "units")
                : null;
    }

    /** Behind a month's number and its unit; 0 where there is none. */
    private int behindMonth(int i) {
        int unit = unit(i);
        Sense sense = tokens.sense(unit, Kind.UNIT_MONTH);
        return sense != null && tokens.at(i).isNumber(2, 1, 12) && !MonthParser.isBeforeNumber(sense) ? unit + 1 : 0;
    }

    private int unit(int month) {
        return tokens.at(month + 1).isMark('-') && tokens.at(month + 2).isWord() ? month + 3 : month + 1;
    }

    /** Behind the same year by another count, in brackets: {@code 令和7年（2025年）}, {@code 주체114(2025)년}. */
    private int behindOther(int i) {
        if (!tokens.at(i).isMark('(')) {
            return i;
        }
        int end = i + 1;
        while (end < i + LONGEST_OTHER_YEAR
                && (tokens.at(end).means(Kind.ERA)
                        || tokens.at(end).isNumber(4, 1, 2700)
                        || tokens.at(end).means(Kind.UNIT_YEAR))) {
            end++;
        }
        return tokens.at(end).isMark(')') ? end + 1 : i;
    }

    private @Nullable DayMatch monthWithUnit(int from, int at, int year) {
        Token month = tokens.at(at);
        int unit = unit(at);
        if (!month.isNumber(2, 1, 12) || !tokens.at(unit).means(Kind.UNIT_MONTH)) {
            return null;
        }
        Token day = tokens.at(unit + 1);
        if (!day.isNumber(2, 1, 31) || tokens.at(unit + 2).isMark(':')) {
            return DayMatch.sure(from, unit + 1, Day.of(year, month.number(), 0), "units-month");
        }
        int end = tokens.at(unit + 2).means(Kind.UNIT_DAY) ? unit + 3 : unit + 2;
        return DayMatch.sure(from, end, Day.of(year, month.number(), day.number()), "units");
    }
}
