package dev.colophon.date;

import dev.colophon.date.Lexicon.Kind;
import dev.colophon.model.Publisher.DateOrder;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds days of numbers alone: {@code 2025-06-05}, {@code 05/06/2025}, {@code 5. 6. 2025}, {@code 20250605}. */
final class NumericDayParser {
    /** So many tokens of an address may stand before the numbers in it. */
    private static final int LONGEST_ADDRESS = 40;

    /** Where days are written {@code 5/6-2025}. */
    private static final Set<String> SCANDINAVIAN = Set.of("da", "nb", "nn", "no", "sv");

    private static final String CURRENCIES = "$€£¥₹৳₽";

    private final Tokens tokens;
    private final ReadingHints hints;

    NumericDayParser(Tokens tokens, ReadingHints hints) {
        this.tokens = tokens;
        this.hints = hints;
    }

    /** The date that starts at a token; null where none does. */
    @Nullable
    DayMatch at(int i) {
        if (isPartOfMore(i)) {
            return null;
        }
        DayMatch compact = compact(i);
        if (compact != null) {
            return compact;
        }
        DayMatch week = week(i);
        if (week != null) {
            return week;
        }
        if (!isTriple(i)) {
            return isMixed(i)
                    ? ordered(
                            i,
                            tokens.at(i).number(),
                            tokens.at(i + 2).number(),
                            tokens.at(yearOfMixed(i)).number(),
                            yearOfMixed(i) + 1)
                    : null;
        }
        return tokens.at(i).text().length() == 4 ? yearFirst(i) : yearLast(i);
    }

    /** Whether the number goes on to the left: {@code v1.2.2020}, {@code 555-05-06-2020}, {@code $5.06.25}. */
    private boolean isPartOfMore(int i) {
        Token before = tokens.at(i - 1);
        if (before.isMark(CURRENCIES + "§")) {
            return true;
        }
        if (tokens.at(i).spaced()) {
            return false;
        }
        boolean number =
                before.isMark("./-:") && tokens.at(i - 2).isNumber() && !before.spaced() && !isBehindClock(i - 1);
        return number
                || (before.isMark("/") && isOfAddress(i))
                || before.isMark("#@=&_")
                || before.isWord("v")
                || before.isWord("r");
    }

    /** Whether a dash sets the date off from a time: {@code 18:05-5/6/2025}. */
    private boolean isBehindClock(int dash) {
        return tokens.at(dash).isMark('-')
                && tokens.at(dash - 1).isNumber(2, 0, 59)
                && tokens.at(dash - 2).isMark(':')
                && tokens.at(dash - 3).isNumber(2, 0, 23);
    }

    /** Whether it stands in an address: {@code https://example.org/2025/06/05/rain}. */
    private boolean isOfAddress(int i) {
        for (int at = i; at > i - LONGEST_ADDRESS && !tokens.at(at).spaced() && at > 1; at--) {
            if (tokens.at(at).isMark("/")
                    && tokens.at(at - 1).isMark("/")
                    && tokens.at(at - 2).isMark(":")) {
                return true;
            }
        }
        return false;
    }

    /** {@code 20250605}, {@code 202506051145}, {@code 20250605114500}; from machines only, or before a T. */
    private @Nullable DayMatch compact(int i) {
        String digits = tokens.at(i).text();
        boolean marked = tokens.at(i + 1).isWord("t") && tokens.at(i + 2).isNumber();
        if (!tokens.at(i).isNumber()
                || (digits.length() != 8 && digits.length() != 12 && digits.length() != 14)
                || (!hints.structured() && !marked)) {
            return null;
        }
        int year = Integer.parseInt(digits.substring(0, 4));
        int month = Integer.parseInt(digits.substring(4, 6));
        int day = Integer.parseInt(digits.substring(6, 8));
        if (year < Day.EARLIEST || year > hints.latestYear() + 1 || !isDay(month, day)) {
            return null;
        }
        return new DayMatch(i, i + 1, Day.of(year, month, day), null, timeOf(i, digits), "compact", 0.95);
    }

    /** {@code 2025-W23-4}, a week and its day by ISO 8601. */
    private @Nullable DayMatch week(int i) {
        boolean shape = tokens.at(i).isNumber(4, Day.EARLIEST, 2700)
                && tokens.at(i + 1).isMark('-')
                && tokens.at(i + 2).isWord("w")
                && tokens.at(i + 3).isNumber(2, 1, 53)
                && tokens.at(i + 4).isMark('-')
                && tokens.at(i + 5).isNumber(1, 1, 7);
        if (!shape) {
            return null;
        }
        LocalDate inFirst = LocalDate.of(tokens.at(i).number(), 1, 4);
        LocalDate day = inFirst.minusDays(inFirst.getDayOfWeek().getValue())
                .plusDays(
                        7L * (tokens.at(i + 3).number() - 1) + tokens.at(i + 5).number());
        Day found = Day.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return DayMatch.sure(i, i + 6, found, "iso-week");
    }

    private static @Nullable TimeMatch timeOf(int i, String digits) {
        if (digits.length() == 8) {
            return null;
        }
        int hour = Integer.parseInt(digits.substring(8, 10));
        int minute = Integer.parseInt(digits.substring(10, 12));
        int second = digits.length() == 12 ? 0 : Integer.parseInt(digits.substring(12, 14));
        return hour > 23 || minute > 59 || second > 59
                ? null
                : new TimeMatch(i + 1, LocalTime.of(hour, minute, second), digits.length() == 14, null);
    }

    /** Day and month with a mark between them, and a year of four digits set off otherwise: {@code 5/6-2025}, {@code 05.06 2025}. */
    private boolean isMixed(int i) {
        Token mark = tokens.at(i + 1);
        boolean dayAndMonth = tokens.at(i).isNumber(2, 1, 31)
                && mark.isMark("/.")
                && !mark.spaced()
                && tokens.at(i + 2).isNumber(2, 1, 31)
                && !tokens.at(i + 2).spaced();
        int year = yearOfMixed(i);
        if (!dayAndMonth
                || !DayParser.isFullYear(tokens.at(year))
                || tokens.at(year + 1).isMark(":/-%")) {
            return false;
        }
        if (mark.isMark('/')) {
            return year == i + 4
                    && !tokens.at(year).spaced()
                    && hints.language() != null
                    && SCANDINAVIAN.contains(hints.language())
                    && !tokens.labelOf(i).means(Kind.ISSUE)
                    && !tokens.labelOf(i).means(Kind.NUMBERING);
        }
        return year == i + 3
                && isPadded(i)
                && DateOrders.isDotted(hints)
                && !tokens.at(i - 1).means(Kind.CLOCK)
                && !tokens.at(year + 1).isMark(CURRENCIES);
    }

    private int yearOfMixed(int i) {
        return tokens.at(i + 3).isMark('-') ? i + 4 : i + 3;
    }

    private boolean isPadded(int i) {
        return tokens.at(i).text().length() == 2 && tokens.at(i + 2).text().length() == 2;
    }

    /** Three numbers, the same mark between them, and not a fourth one. */
    private boolean isTriple(int i) {
        Token first = tokens.at(i + 1);
        Token second = tokens.at(i + 3);
        boolean shape = first.isMark("./-")
                && tokens.at(i + 2).isNumber(2, 1, 31)
                && second.isMark("./-")
                && second.text().equals(first.text())
                && tokens.at(i + 4).isNumber()
                && tokens.at(i + 4).text().length() <= 4;
        if (!shape) {
            return false;
        }
        boolean spaced = tokens.at(i + 2).spaced() || tokens.at(i + 4).spaced();
        if (isCount(i + 4) || goesOnAsName(i + 5)) {
            return false;
        }
        boolean more = tokens.at(i + 5).isMark("./-")
                && !tokens.at(i + 5).spaced()
                && tokens.at(i + 6).isNumber()
                && !tokens.at(i + 6).spaced()
                && !tokens.at(i + 7).isMark(':');
        return !more && !(spaced && first.isMark('-'));
    }

    /** Whether the third number is an hour or an amount of money: {@code 06.11. 20:02}, {@code 12.05.24 €}. */
    private boolean isCount(int i) {
        Token next = tokens.at(i + 1);
        boolean hour = next.isMark(':')
                && tokens.at(i + 2).isNumber()
                && !tokens.at(i + 2).spaced();
        boolean apart = tokens.at(i).spaced() && !tokens.at(i - 2).spaced();
        return next.isMark(CURRENCIES)
                || ((hour || apart) && tokens.at(i).text().length() < 4);
    }

    /** A version or a file: {@code 2026-02-25.clover}, {@code 2025-06-05b}; other scripts write on without a space. */
    private boolean goesOnAsName(int i) {
        int word = tokens.at(i).isMark('.') && !tokens.at(i).spaced() ? i + 1 : i;
        Token next = tokens.at(word);
        return next.isWord()
                && !next.spaced()
                && (!next.isOfDates() || isName(word))
                && next.text().charAt(0) < 0x80
                && !next.isWord("t")
                && !ZoneNames.all().knows(next.text());
    }

    /** Whether a full stop is before the word and a hyphen or another one behind it, as in {@code 2.1.10.in-addr.arpa}. */
    private boolean isName(int word) {
        return tokens.at(word - 1).isMark('.')
                && tokens.at(word + 1).isMark(".-")
                && !tokens.at(word + 1).spaced()
                && !tokens.at(word + 2).spaced()
                && tokens.at(word + 2).isWord();
    }

    private @Nullable DayMatch yearFirst(int i) {
        int year = tokens.at(i).number();
        int month = tokens.at(i + 2).number();
        int day = tokens.at(i + 4).number();
        if (tokens.at(i + 4).text().length() > 2) {
            return null;
        }
        if (isDay(month, day) || (day == BikramCalendar.LONGEST_MONTH && month <= 12 && isBikram(year))) {
            String form = tokens.at(i + 1).isMark('-') ? "iso" : "year-first";
            return DayMatch.sure(i, i + 5, day(year, month, day), form);
        }
        return isDay(day, month)
                ? new DayMatch(i, i + 5, day(year, day, month), null, null, "year-day-month", 0.7)
                : null;
    }

    private Day day(int year, int month, int day) {
        return isBikram(year) ? new Day(Kind.BIKRAM, year, month, day) : Day.of(year, month, day);
    }

    /** In Nepal years that are still to come are those of its own calendar. */
    private boolean isBikram(int year) {
        boolean nepali = "ne".equals(hints.language()) || "NP".equals(hints.country());
        boolean toCome = hints.capturedAt() == null || year > hints.latestYear() + 1;
        return nepali && toCome && Day.isYearOf(Kind.BIKRAM, year);
    }

    private @Nullable DayMatch yearLast(int i) {
        int first = tokens.at(i).number();
        int second = tokens.at(i + 2).number();
        String yearText = tokens.at(i + 4).text();
        if (isMinguo(i)) {
            return DayMatch.sure(
                    i,
                    i + 5,
                    Day.of(
                            Minguo.gregorian(tokens.at(i)),
                            second,
                            tokens.at(i + 4).number()),
                    "minguo");
        }
        if (!tokens.at(i).isNumber(2, 1, 99)) {
            return null;
        }
        if (yearText.length() == 4) {
            return ordered(i, first, second, tokens.at(i + 4).number(), i + 5);
        }
        boolean two = yearText.length() == 2
                || (yearText.length() == 1 && tokens.at(i).text().length() == 2 && isYearFirst());
        return two && isPlausibleShort(i) && !tokens.labelOf(i).means(Kind.NUMBERING)
                ? shortYear(i, first, second)
                : null;
    }

    /** {@code 110/02/03} */
    private boolean isMinguo(int i) {
        return Minguo.isYear(tokens.at(i), hints)
                && tokens.at(i + 4).text().length() <= 2
                && isDay(tokens.at(i + 2).number(), tokens.at(i + 4).number());
    }

    private boolean isYearFirst() {
        return DateOrders.of(hints).order() == DateOrder.YEAR_MONTH_DAY;
    }

    /** A year of two digits beside numbers of one digit is a version or a score more often than a date. */
    private boolean isPlausibleShort(int i) {
        return isPadded(i)
                || tokens.at(i + 1).isMark('/')
                || (isSetOff(i)
                        && (isClosed(i)
                                || isBeforeClock(i + 5)
                                || isLabelled(i)
                                || DateOrders.hasShortYear(
                                        hints, tokens.at(i + 1).text())));
    }

    /** {@code 5.6.25.}, as Croats and Serbs write it */
    private boolean isClosed(int i) {
        return tokens.at(i + 1).isMark('.') && tokens.at(i + 5).isMark('.');
    }

    /** {@code 5.6.25 13:12}, {@code 5.6.25, 13:12} */
    private boolean isBeforeClock(int i) {
        int hour = tokens.at(i).isMark(",|") ? i + 1 : i;
        return tokens.at(hour).isNumber(2, 0, 23)
                && tokens.at(hour).spaced()
                && tokens.at(hour + 1).isMark(':')
                && tokens.at(hour + 2).isNumber(2, 0, 59);
    }

    /** {@code Publicado: 5.6.25}, but not {@code Updated: 5.6.25}, which may be a version. */
    private boolean isLabelled(int i) {
        Token label = tokens.at(i - 1).isMark(':') ? tokens.at(i - 2) : tokens.at(i - 1);
        return label.means(Kind.PUBLISHED) && !label.means(Kind.PARTICLE);
    }

    /** Whether no word is before it but those that introduce dates: {@code Version 5.3.23} is none. */
    private boolean isSetOff(int i) {
        Token before = tokens.at(i - 1);
        return before.isWord() ? before.isOfDates() : !before.isNumber();
    }

    private @Nullable DayMatch shortYear(int i, int first, int second) {
        int last = tokens.at(i + 4).number();
        boolean yearFirst = isYearFirst() && isDay(second, last);
        if (yearFirst || (first > 31 && isDay(second, last))) {
            int year = Day.fullYear(first, hints.latestShortYear());
            return year < Day.EARLIEST
                    ? null
                    : new DayMatch(i, i + 5, Day.of(year, second, last), null, null, "numeric-short-year", 0.7);
        }
        int year = shortYear(last);
        DayMatch match = year < Day.EARLIEST ? null : ordered(i, first, second, year, i + 5);
        if (match == null) {
            return null;
        }
        String form = match.form().equals("ambiguous") ? "ambiguous" : "numeric-short-year";
        return new DayMatch(i, i + 5, match.day(), match.swapped(), null, form, match.certainty() * 0.85);
    }

    private int shortYear(int twoDigits) {
        int buddhist = "th".equals(hints.language()) ? Day.fullBuddhistYear(twoDigits, hints.latestShortYear()) : 0;
        return buddhist > 0 ? buddhist : Day.fullYear(twoDigits, hints.latestShortYear());
    }

    private @Nullable DayMatch ordered(int i, int first, int second, int year, int to) {
        boolean dayFirst = isDay(second, first);
        boolean monthFirst = isDay(first, second);
        if (!dayFirst || !monthFirst || first == second) {
            return dayFirst || monthFirst
                    ? DayMatch.sure(i, to, dayFirst ? day(year, second, first) : day(year, first, second), "numeric")
                    : null;
        }
        Day byDay = day(year, second, first);
        Day byMonth = day(year, first, second);
        if (tokens.at(i + 1).isMark('.') && hints.order() != DateOrder.MONTH_DAY_YEAR) {
            return new DayMatch(i, to, byDay, byMonth, null, "numeric", DateReading.DOTTED);
        }
        DateOrders.Choice choice = DateOrders.of(hints);
        boolean isMonthFirst = DateOrders.isMonthFirst(choice.order(), hints.language());
        String form = choice.guessed() ? "ambiguous" : "numeric";
        return isMonthFirst
                ? new DayMatch(i, to, byMonth, byDay, null, form, choice.certainty())
                : new DayMatch(i, to, byDay, byMonth, null, form, choice.certainty());
    }

    private static boolean isDay(int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }
}
