package dev.colophon.date;

import dev.colophon.date.Lexicon.Kind;
import dev.colophon.date.Lexicon.Sense;
import org.jspecify.annotations.Nullable;

/** Finds days whose year and month are followed by their units, or whose era comes first: {@code 2025年6月5日}. */
final class UnitDayParser {
    private final Tokens tokens;
    private final ReadingHints hints;

    UnitDayParser(Tokens tokens, ReadingHints hints) {
        this.tokens = tokens;
        this.hints = hints;
    }

    /** {@code 2025年6月5日}, {@code 2025년 6월 5일}, {@code 2025 оны 6-р сарын 5} */
    @Nullable
    DayMatch yearFirst(int i) {
        Token year = tokens.at(i);
        boolean full = DayParser.isFullYear(year);
        if (tokens.at(i + 1).means(Kind.UNIT_YEAR) && Minguo.isYear(year, hints)) {
            return monthWithUnit(i, i + 2, Minguo.gregorian(year));
        }
        if ((!full && !(year.isNumber() && year.text().length() == 2))
                || !tokens.at(i + 1).means(Kind.UNIT_YEAR)) {
            return null;
        }
        return monthWithUnit(i, i + 2, full ? year.number() : Day.fullYear(year.number(), hints.latestShortYear()));
    }

    /** {@code 令和7年6月5日}, {@code 民國114年6月5日}, {@code พ.ศ. 2568} */
    @Nullable
    DayMatch eraFirst(int i) {
        Sense era = tokens.sense(i, Kind.ERA);
        if (era == null
                || !tokens.at(i + 1).isNumber(4, 1, 2700)
                || !tokens.at(i + 2).means(Kind.UNIT_YEAR)) {
            return null;
        }
        return monthWithUnit(i, i + 3, tokens.at(i + 1).number() + era.value());
    }

    private @Nullable DayMatch monthWithUnit(int from, int at, int year) {
        Token month = tokens.at(at);
        int unit = tokens.at(at + 1).isMark('-') && tokens.at(at + 2).isWord() ? at + 3 : at + 1;
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
