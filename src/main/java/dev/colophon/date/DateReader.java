package dev.colophon.date;

import dev.colophon.date.Lexicon.Kind;
import dev.colophon.date.Lexicon.Sense;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DatePrecision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates in a text of any language. {@code "Jun 05, 2025 | 11:45 PM"} gives {@code 2025-06-05T23:45} without a
 * zone. Nothing that the text leaves out is filled in. Takes time linear in the text's head of
 * {@value DateText#LONGEST} characters.
 */
final class DateReader {
    /**
     * What a text says.
     *
     * @param dates its dates in order
     * @param refusal why there is none: {@code no-date}, {@code no-year}, {@code no-such-day}; null where there are some
     */
    record Result(List<DateReading> dates, @Nullable String refusal) {
        Result {
            dates = List.copyOf(dates);
        }
    }

    /** A date with its place among the tokens. */
    record Found(DateReading reading, int from, int to) {}

    /** A time may stand so many tokens behind its date. */
    private static final int TIME_REACH = 9;

    /** One that has its zone and the weekday behind it may begin so many tokens before its date. */
    private static final int REACH_BEFORE = 16;

    /** So many words and marks may stand between a date and a time of full stops. */
    private static final int DOTTED_REACH = 4;

    private static final int UNKNOWN_WORDS_BEFORE_TIME = 2;
    private static final int INTRODUCTION_REACH = 6;
    private static final int WEEKDAY_REACH = 3;
    private static final int SHORT_NAME = 2;
    private static final char FIRST_NOT_ASCII = 0x80;

    private final Tokens tokens;
    private final DayParser days;
    private final TimeParser times;
    private final ZoneParser zones;
    private boolean impossibleDay;

    private DateReader(Tokens tokens, ReadingHints hints) {
        this.tokens = tokens;
        this.days = new DayParser(tokens, hints);
        this.times = new TimeParser(tokens, hints);
        this.zones = new ZoneParser(tokens, hints);
    }

    /** All dates of a text. */
    static Result read(String text, ReadingHints hints) {
        DateReader reader = new DateReader(Tokens.of(text, hints.language()), hints);
        DateReading epoch = hints.structured() ? reader.epoch() : null;
        if (epoch != null) {
            return new Result(List.of(epoch), null);
        }
        List<DateReading> dates = reader.findAll().stream().map(Found::reading).toList();
        if (dates.isEmpty() && hints.structured()) {
            dates = reader.bareYear();
        }
        return new Result(dates, dates.isEmpty() ? reader.refusal() : null);
    }

    /** All dates among tokens, with their places. */
    static List<Found> find(Tokens tokens, ReadingHints hints) {
        return new DateReader(tokens, hints).findAll();
    }

    private List<Found> findAll() {
        List<DayMatch> matches = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            TimeMatch dotted = matches.isEmpty() ? null : dottedBehind(matches.get(matches.size() - 1), i);
            DayMatch match = dotted == null ? days.at(i) : null;
            boolean exists = match != null && match.day().date() != null;
            impossibleDay |= match != null && !exists;
            if (match != null && exists) {
                matches.add(match);
            }
            i = dotted != null ? dotted.to() : match == null ? i + 1 : match.to();
        }
        List<Found> found = new ArrayList<>(matches.size());
        for (int n = 0; n < matches.size(); n++) {
            int floor = n == 0 ? 0 : found.get(n - 1).to();
            int ceiling =
                    n + 1 == matches.size() ? tokens.size() : matches.get(n + 1).from();
            Found one = complete(matches.get(n), floor, ceiling);
            found.add(one);
        }
        return found;
    }

    /** The time {@code 18.05.00} at a token, right behind a date with a full year: alone it would be another date. */
    private @Nullable TimeMatch dottedBehind(DayMatch match, int i) {
        boolean near = i <= match.to() + DOTTED_REACH
                && match.day().day() > 0
                && (match.form().equals("named-month")
                        || tokens.at(match.to() - 1).text().length() == 4);
        for (int between = match.to(); near && between < i; between++) {
            near = !tokens.at(between).isNumber() && !tokens.at(between).isMark("-/");
        }
        return near ? times.behindDate(i) : null;
    }

    /** The time within a date, with the zone behind the date: {@code 20250605061500Z}, {@code Jun 5 23:45:00 2025 +0530}. */
    private TimeMatch zoned(DayMatch match, TimeMatch time) {
        ZoneParser.Match zone = time.zone() == null ? zones.at(match.to()) : null;
        return zone == null ? time : new TimeMatch(zone.to(), time.time(), time.seconds(), zone.zone());
    }

    private Found complete(DayMatch match, int floor, int ceiling) {
        Day day = match.day();
        LocalDate date = weekdayDecides(match) && match.swapped() != null
                ? match.swapped().date()
                : day.date();
        LocalDate first = date == null ? LocalDate.EPOCH : date;
        LocalDate swapped = match.swapped() == null ? null : other(match, first);
        TimeMatch time =
                day.day() == 0 ? null : match.time() == null ? timeAfter(match, ceiling) : zoned(match, match.time());
        int to = time == null ? match.to() : Math.max(match.to(), time.to());
        int from = match.from();
        if (time == null && day.day() > 0) {
            from = startOfTimeBefore(match.from(), floor);
            time = from == match.from() ? null : times.at(from);
            time = time == null ? null : zoned(match, time);
            to = time == null ? to : Math.max(to, time.to());
        }
        DateReading reading = new DateReading(
                first,
                time == null ? null : time.time(),
                time == null ? null : time.zone(),
                precision(day, time),
                swapped,
                introduction(from, floor, to, ceiling),
                match.form(),
                isOfAnother(from, floor) ? match.certainty() * DateReading.OF_ANOTHER : match.certainty());
        return new Found(reading, match.from(), to);
    }

    private static @Nullable LocalDate other(DayMatch match, LocalDate chosen) {
        LocalDate written = match.day().date();
        LocalDate exchanged = match.swapped() == null ? null : match.swapped().date();
        return chosen.equals(written) ? exchanged : written;
    }

    private static DatePrecision precision(Day day, @Nullable TimeMatch time) {
        if (day.day() == 0) {
            return day.month() == 0 ? DatePrecision.YEAR : DatePrecision.MONTH;
        }
        if (time == null) {
            return DatePrecision.DAY;
        }
        return time.seconds() ? DatePrecision.SECOND : DatePrecision.MINUTE;
    }

    /** Whether the weekday beside an ambiguous date fits only with day and month exchanged. */
    private boolean weekdayDecides(DayMatch match) {
        LocalDate one = match.day().date();
        LocalDate other = match.swapped() == null ? null : match.swapped().date();
        int weekday = other == null ? 0 : weekdayNear(match);
        return weekday > 0
                && one != null
                && other != null
                && one.getDayOfWeek().getValue() != weekday
                && other.getDayOfWeek().getValue() == weekday;
    }

    private int weekdayNear(DayMatch match) {
        int before = weekday(match.from() - 1, -1);
        return before > 0 ? before : weekday(match.to(), 1);
    }

    /** The weekday from a token on, over marks and particles; 0 where there is none. */
    private int weekday(int from, int step) {
        for (int i = from; Math.abs(i - from) < WEEKDAY_REACH; i += step) {
            Sense weekday = tokens.sense(i, Kind.WEEKDAY);
            if (weekday != null && isOfPage(i, weekday)) {
                return weekday.value();
            }
            Token token = tokens.at(i);
            if (token.isNumber() || (token.isWord() && !token.means(Kind.PARTICLE))) {
                return 0;
            }
        }
        return 0;
    }

    /**
     * Short names are words of other languages: {@code de} is a weekday in Nama, {@code on} in Norwegian, and a word of
     * many bylines.
     */
    private boolean isOfPage(int i, Sense weekday) {
        String name = tokens.at(i).text();
        boolean isShort = name.length() <= SHORT_NAME && name.charAt(0) < FIRST_NOT_ASCII;
        return weekday.isOf(tokens.language()) || (!isShort && Lexicon.all().isWidespread(weekday));
    }

    private @Nullable TimeMatch timeAfter(DayMatch match, int ceiling) {
        int from = match.to();
        int unknown = 0;
        for (int i = from; i < Math.min(from + TIME_REACH, ceiling); i++) {
            TimeMatch time = dottedBehind(match, i);
            time = time == null ? times.at(i) : time;
            time = time == null ? times.behindZone(i) : time;
            if (time != null && time.to() <= ceiling) {
                return time;
            }
            Token token = tokens.at(i);
            unknown += token.isWord() && !token.isOfDates() ? 1 : 0;
            if (token.isNumber()
                    || token.isMark('+')
                    || token.means(Kind.MODIFIED)
                    || unknown > UNKNOWN_WORDS_BEFORE_TIME) {
                return null;
            }
        }
        return null;
    }

    /** Where a time right before the date starts, {@code 11:45 PM IST, Jun 05, 2025}; the date itself where there is none. */
    private int startOfTimeBefore(int date, int floor) {
        for (int i = Math.max(floor, date - REACH_BEFORE); i < date; i++) {
            TimeMatch time = times.at(i);
            if (time != null && time.to() <= date) {
                return isOnlyFiller(time.to(), date) ? i : date;
            }
        }
        return date;
    }

    private boolean isOnlyFiller(int from, int to) {
        for (int i = from; i < to; i++) {
            Token token = tokens.at(i);
            if (token.isNumber() || (token.isWord() && !token.isOfDates())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the words right before the date say that it is that of something else: {@code Valid until 5 June 2025}. */
    private boolean isOfAnother(int from, int floor) {
        for (int i = from - 1; i >= Math.max(floor, from - INTRODUCTION_REACH); i--) {
            Token token = tokens.at(i);
            if (token.means(Kind.OTHER)) {
                return true;
            }
            if (token.isNumber() || (token.isWord() && !token.means(Kind.PARTICLE) && !token.means(Kind.WEEKDAY))) {
                return false;
            }
        }
        return false;
    }

    /** What the nearest words before the date say that it is, else those right behind it. */
    @SuppressWarnings("ReferenceEquality") // there is one end
    private DateClaim.@Nullable Meaning introduction(int from, int floor, int to, int ceiling) {
        for (int i = from - 1; i >= Math.max(floor, from - INTRODUCTION_REACH); i--) {
            if (tokens.at(i).means(Kind.MODIFIED)) {
                return DateClaim.Meaning.MODIFIED;
            }
            if (tokens.at(i).means(Kind.AS_OF)) {
                return DateClaim.Meaning.AS_OF;
            }
            if (tokens.at(i).means(Kind.PUBLISHED) && !tokens.at(i).means(Kind.PARTICLE)) {
                return DateClaim.Meaning.PUBLISHED;
            }
        }
        for (int i = to; i < Math.min(to + 2, ceiling); i++) {
            boolean ends = tokens.at(i + 1) == Token.END || tokens.at(i + 1).isMark(")]");
            if (tokens.at(i).means(Kind.MODIFIED) && ends) {
                return DateClaim.Meaning.MODIFIED;
            }
        }
        return null;
    }

    /** Seconds or milliseconds since 1970, alone. */
    private @Nullable DateReading epoch() {
        Token number = tokens.at(0);
        int length = number.text().length();
        boolean alone =
                tokens.size() == 1 || (tokens.size() == 3 && tokens.at(1).isMark('.'));
        if (!alone || !number.isNumber() || (length != 10 && length != 13)) {
            return null;
        }
        Instant instant = length == 10 ? Instant.ofEpochSecond(number.value()) : Instant.ofEpochMilli(number.value());
        LocalDateTime local = LocalDateTime.ofInstant(instant, ZoneOffset.UTC).withNano(0);
        return new DateReading(
                local.toLocalDate(), local.toLocalTime(), "+00:00", DatePrecision.SECOND, null, null, "epoch", 0.9);
    }

    /** {@code 2025} or {@code 2025-06}, alone. */
    private List<DateReading> bareYear() {
        Token year = tokens.at(0);
        boolean month = tokens.size() == 3
                && tokens.at(1).isMark("-/")
                && tokens.at(2).isNumber(2, 1, 12)
                && !tokens.at(2).spaced();
        if (!year.isNumber() || year.text().length() != 4 || (tokens.size() != 1 && !month)) {
            return List.of();
        }
        LocalDate first =
                Day.of(year.number(), month ? tokens.at(2).number() : 0, 0).date();
        DatePrecision precision = month ? DatePrecision.MONTH : DatePrecision.YEAR;
        return first == null
                ? List.of()
                : List.of(new DateReading(first, null, null, precision, null, null, "year", 0.5));
    }

    private String refusal() {
        if (impossibleDay) {
            return "no-such-day";
        }
        boolean month = false;
        boolean number = false;
        for (int i = 0; i < tokens.size(); i++) {
            month |= tokens.at(i).means(Kind.MONTH) || tokens.at(i).means(Kind.UNIT_MONTH);
            number |= tokens.at(i).isNumber(2, 1, 31);
        }
        return month && number ? "no-year" : "no-date";
    }
}
