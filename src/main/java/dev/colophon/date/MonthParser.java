package dev.colophon.date;

import dev.colophon.date.Lexicon.Kind;
import dev.colophon.date.Lexicon.Sense;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds names of months, of whatever calendar, and numerals that stand for them. */
final class MonthParser {
    /**
     * A month and where it ends.
     *
     * @param sense the month of the calendar that it is most likely of
     * @param name its token
     * @param to behind its last token
     */
    record Month(Sense sense, int name, int to) {
        /** Whether a token can be a day of it. */
        boolean holds(Token day) {
            return day.isNumber(2, 1, sense.kind() == Kind.BIKRAM ? BikramCalendar.LONGEST_MONTH : 31);
        }

        /** Whether it is a Thai name, whose years of two digits are Buddhist ones. */
        boolean isThai() {
            return sense.languages().equals(" th ");
        }
    }

    /** All kinds of months; where a word is one in several calendars, the first is meant unless the year tells. */
    static final Set<Kind> CALENDARS = Collections.unmodifiableSet(
            EnumSet.of(Kind.MONTH, Kind.PERSIAN, Kind.ISLAMIC, Kind.HEBREW, Kind.ETHIOPIC, Kind.BENGALI, Kind.BIKRAM));

    private static final int SHORTEST_NAME = 3;
    private static final List<String> MARKS_BEFORE_ROMAN = List.of(" ", ".", ". ", "-", "/", "\u00a0");

    private final Tokens tokens;

    MonthParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The month that starts at a token; null where none does. */
    @Nullable
    Month at(int i) {
        Sense own = null;
        Sense any = null;
        for (Kind calendar : CALENDARS) {
            Sense sense = tokens.sense(i, calendar);
            own = own == null && sense != null && sense.isOf(tokens.language()) ? sense : own;
            any = any == null
                            && sense != null
                            && !isOtherWord(i, sense)
                            && (tokens.language() == null || !Lexicon.all().isOfOwnPages(sense))
                    ? sense
                    : any;
        }
        Sense named = own == null ? any : own;
        if (named != null) {
            return new Month(named, i, otherName(i + 1, named));
        }
        Sense roman = romanMonth(i);
        if (roman != null) {
            return new Month(roman, i, i + 1);
        }
        Sense unit = tokens.sense(i, Kind.UNIT_MONTH);
        if (unit == null || !isBeforeNumber(unit)) {
            return null;
        }
        return tokens.at(i + 1).isNumber(2, 1, 12)
                ? new Month(new Sense(Kind.MONTH, tokens.at(i + 1).number(), unit.languages()), i, i + 2)
                : null;
    }

    /**
     * {@code de} is December in one language and a particle in many, {@code pm} July in one; {@code Jan} is January in
     * many and an ending in Hungarian.
     */
    private boolean isOtherWord(int i, Sense month) {
        return !isBetweenDayAndYear(i)
                && tokens.at(i).senses().stream()
                        .anyMatch(sense -> !CALENDARS.contains(sense.kind())
                                && Lexicon.all().isAsWidespread(sense, month));
    }

    /**
     * {@code 15 maj 2025}: nothing but a month has its place there, though {@code maj} announces a change in French. Where
     * the day has its month before it, {@code May 30 Sat 2020}, there is place for others.
     */
    private boolean isBetweenDayAndYear(int i) {
        int before = tokens.at(i - 1).isMark('.') ? i - 2 : i - 1;
        int after = tokens.at(i + 1).isMark('.') ? i + 2 : i + 1;
        return tokens.at(i).text().length() >= SHORTEST_NAME
                && tokens.at(before).isNumber(2, 1, 31)
                && DayParser.isFullYear(tokens.at(after))
                && at(before - 1) == null;
    }

    /** Whether the unit of months stands before their number: {@code tháng 6}. */
    static boolean isBeforeNumber(Sense unit) {
        return unit.isOf("vi") || unit.isOf("km");
    }

    /** {@code 5 VI 2025}, {@code 2025. VI. 5.}, in capitals and in languages that write months so. */
    private @Nullable Sense romanMonth(int i) {
        Sense roman = tokens.sense(i, Kind.ROMAN);
        int before = tokens.at(i - 1).isMark(".-/") ? i - 2 : i - 1;
        int after = tokens.at(i + 1).isMark(".-/") ? i + 2 : i + 1;
        boolean between = tokens.at(before).isNumber(2, 1, 31)
                ? DayParser.isFullYear(tokens.at(after))
                : DayParser.isFullYear(tokens.at(before)) && tokens.at(after).isNumber(2, 1, 31);
        return roman != null
                        && roman.isOf(tokens.language())
                        && between
                        && isWrittenBehind(
                                tokens.at(before), tokens.at(i).text().toUpperCase(Locale.ROOT))
                ? new Sense(Kind.MONTH, roman.value(), roman.languages())
                : null;
    }

    private boolean isWrittenBehind(Token number, String roman) {
        return MARKS_BEFORE_ROMAN.stream().anyMatch(mark -> tokens.spells(number.text() + mark + roman));
    }

    /** Behind a second name of the same month: {@code حزيران/يونيو}, {@code June (Juni)}. */
    private int otherName(int i, Sense first) {
        Sense second = tokens.at(i).isMark("/(") ? tokens.sense(i + 1, first.kind()) : null;
        return second != null && second.value() == first.value() ? i + 2 : i;
    }
}
