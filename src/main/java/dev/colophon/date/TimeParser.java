package dev.colophon.date;

import dev.colophon.date.Lexicon.Kind;
import dev.colophon.date.Lexicon.Sense;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Finds the time of day, with parts of the day in all languages, and its zone. */
final class TimeParser {
    /** A time whose zone is not read yet. */
    private record Clock(int to, int hour, int minute, int second) {
        static final int NO_SECOND = -1;
    }

    private static final int LONGEST_SHORT = 3;
    private static final int MORNING = 0xfff;
    private static final int BEFORE_NOON = 10;

    private final Tokens tokens;
    private final ReadingHints hints;

    TimeParser(Tokens tokens, ReadingHints hints) {
        this.tokens = tokens;
        this.hints = hints;
    }

    /** The time that starts at a token; null where none does. */
    @Nullable
    TimeMatch at(int start) {
        Sense before = hours(start);
        int behindHours = tokens.at(start + 1).isMark('.') ? start + 2 : start + 1;
        Clock clock = clock(before == null ? start : behindHours, before != null);
        if (clock == null) {
            return null;
        }
        int end = clock.to();
        int after = tokens.at(end).isMark(",") ? end + 1 : end;
        Sense behind = hours(after);
        return behind == null ? match(clock, before, end) : match(clock, behind, behindStop(after + 1));
    }

    /** Behind the full stop of {@code 10:45 p.m. EST}, which the zone would else be hidden by. */
    private int behindStop(int i) {
        boolean stop = tokens.at(i).isMark('.') && !tokens.at(i).spaced();
        return stop && new ZoneParser(tokens, hints).at(i + 1) != null ? i + 1 : i;
    }

    /** {@code 18.05.00} behind a date, where it is no other date; null where there is none. */
    @Nullable
    TimeMatch behindDate(int start) {
        Sense before = tokens.sense(start, Kind.HOURS);
        int i = before == null ? start : start + 1;
        boolean dotted = isTwoDigits(i + 2)
                && isTwoDigits(i + 4)
                && isGlued(i + 1)
                && isGlued(i + 3)
                && tokens.at(i).isNumber(2, 0, 23)
                && tokens.at(i + 2).isNumber(2, 0, 59)
                && tokens.at(i + 4).isNumber(2, 0, 59);
        if (!dotted) {
            return null;
        }
        Clock clock = new Clock(
                i + 5,
                tokens.at(i).number(),
                tokens.at(i + 2).number(),
                tokens.at(i + 4).number());
        Sense after = before == null ? tokens.sense(i + 5, Kind.HOURS) : before;
        return match(clock, after, before == null && after != null ? i + 6 : i + 5);
    }

    private boolean isGlued(int i) {
        return tokens.at(i).isMark('.')
                && !tokens.at(i).spaced()
                && !tokens.at(i + 1).spaced();
    }

    /** A time whose zone stands before it: {@code GMT+8 18:05:00}; null where there is none. */
    @Nullable
    TimeMatch behindZone(int start) {
        ZoneParser.Match zone = new ZoneParser(tokens, hints).at(start);
        TimeMatch time = zone == null ? null : at(zone.to());
        return time == null || zone == null || time.zone() != null
                ? time
                : new TimeMatch(time.to(), time.time(), time.seconds(), zone.zone());
    }

    private @Nullable TimeMatch match(Clock clock, @Nullable Sense period, int end) {
        int hour = period == null ? clock.hour() : hour(clock.hour(), period.value());
        if (hour > 23 || clock.minute() > 59 || clock.second() > 59) {
            return null;
        }
        boolean seconds = clock.second() != Clock.NO_SECOND;
        LocalTime time = LocalTime.of(hour, clock.minute(), Math.max(0, clock.second()));
        ZoneParser zones = new ZoneParser(tokens, hints);
        ZoneParser.Match zone = zones.at(end);
        if (zone == null && tokens.at(end).means(Kind.UNIT_HOUR)) {
            zone = zones.at(end + 1);
        }
        return new TimeMatch(zone == null ? end : zone.to(), time, seconds, zone == null ? null : zone.zone());
    }

    /** Which of the two hours of a 12-hour clock lies in a part of the day. */
    private static int hour(int hour, int partOfDay) {
        if (hour > 12) {
            return hour;
        }
        int morning = hour % 12;
        boolean inMorning = (partOfDay >> morning & 1) != 0;
        boolean inEvening = (partOfDay >> (morning + 12) & 1) != 0;
        if (inMorning == inEvening) {
            return !inMorning && isEvening(morning, partOfDay) ? morning + 12 : hour;
        }
        return inMorning ? morning : morning + 12;
    }

    /** Parts of the day are used beyond their hours, {@code 9:15} of an afternoon; a noon may begin before twelve. */
    private static boolean isEvening(int hour, int partOfDay) {
        boolean noon = (partOfDay >> 12 & 1) != 0;
        return partOfDay != 0 && (partOfDay & MORNING) == 0 && !(noon && hour >= BEFORE_NOON);
    }

    private @Nullable Clock clock(int i, boolean behindHours) {
        Token hour = tokens.at(i);
        if (!hour.isNumber() || isWithinClock(i)) {
            return null;
        }
        if (tokens.at(i - 1).isWord("t")
                && (hour.text().length() == 4 || hour.text().length() == 6)) {
            return digits(i, hour);
        }
        if (hour.text().length() == 4 && isOfEnglish(tokens.sense(i + 1, Kind.UNIT_HOUR))) {
            Clock military = digits(i, hour);
            return new Clock(i + 2, military.hour(), military.minute(), Clock.NO_SECOND);
        }
        if (!hour.isNumber(2, 0, 24)) {
            return null;
        }
        Clock clock = colons(i);
        if (clock == null) {
            clock = units(i);
        }
        if (clock == null) {
            clock = dots(i);
        }
        if (clock == null && (behindHours || isBareHour(i) || isAnnounced(i))) {
            clock = new Clock(i + 1, hour.number(), 0, Clock.NO_SECOND);
        }
        return clock;
    }

    /** Whether it is the minute of a clock: {@code 05} in {@code 18:05:00}. */
    private boolean isWithinClock(int i) {
        return tokens.at(i - 1).isMark(':')
                && !tokens.at(i).spaced()
                && tokens.at(i - 2).isNumber()
                && tokens.at(i - 2).text().length() <= 2;
    }

    /** {@code 11 PM} */
    private boolean isBareHour(int i) {
        return tokens.at(i).isNumber(2, 1, 12) && hours(i + 1) != null;
    }

    /** {@code kl. 15}: an hour by the word before it, where the number does not go on and is not of what follows. */
    private boolean isAnnounced(int i) {
        Sense announces = tokens.sense(tokens.at(i - 1).isMark('.') ? i - 2 : i - 1, Kind.HOUR);
        if (announces == null || !announces.isOf(tokens.language())) {
            return false;
        }
        Token behind = tokens.at(i + 1);
        boolean goesOn = behind.isNumber()
                || behind.isMark("/:-%")
                || (behind.isMark('.') && tokens.at(i + 2).isNumber());
        boolean counts =
                behind.isWord() && !behind.isOfDates() && ZoneNames.all().zone(behind.text(), hints.country()) == null;
        return !goesOn && !counts && !behind.means(Kind.MONTH);
    }

    private static boolean isOfEnglish(@Nullable Sense sense) {
        return sense != null && sense.isOf("en");
    }

    /**
     * A part of the day. Short ones in Latin letters count in the page's language and in English alone: {@code to} and
     * {@code du} are some in other languages, but not in {@code 12 to 18 July} and {@code du 12 au 18 juillet}.
     */
    private @Nullable Sense hours(int i) {
        Sense hours = tokens.sense(i, Kind.HOURS);
        String language = tokens.language();
        boolean fits = hours != null
                && (!isShortLatin(tokens.at(i).text())
                        || hours.isOf("en")
                        || (language == null ? Lexicon.all().isWidespread(hours) : hours.isOf(language)));
        return fits ? hours : null;
    }

    private static boolean isShortLatin(String word) {
        return word.length() <= LONGEST_SHORT && word.charAt(0) < 0x80;
    }

    /** {@code T234500} */
    private static Clock digits(int i, Token number) {
        int value = number.number();
        return number.text().length() == 6
                ? new Clock(i + 1, value / 10000, value / 100 % 100, value % 100)
                : new Clock(i + 1, value / 100, value % 100, Clock.NO_SECOND);
    }

    /** {@code 23:45}, {@code 23:45:00.123} */
    private @Nullable Clock colons(int i) {
        if (!tokens.at(i + 1).isMark(':') || !isTwoDigits(i + 2)) {
            return null;
        }
        int hour = tokens.at(i).number();
        int minute = tokens.at(i + 2).number();
        Token second = tokens.at(i + 4);
        if (!tokens.at(i + 3).isMark(':') || !second.isNumber(2, 0, 59) || second.spaced()) {
            return new Clock(i + 3, hour, minute, Clock.NO_SECOND);
        }
        boolean fraction = tokens.at(i + 5).isMark(".,:")
                && !tokens.at(i + 5).spaced()
                && tokens.at(i + 6).isNumber()
                && !tokens.at(i + 6).spaced();
        return new Clock(fraction ? i + 7 : i + 5, hour, minute, second.number());
    }

    /** {@code sa} is the unit in Turkish, and a word of other languages. */
    private boolean isOtherWord(String word, Sense unit) {
        boolean shortWord = word.length() > 1 && isShortLatin(word);
        return shortWord && tokens.language() != null && !unit.isOf(tokens.language()) && !unit.isOf("en");
    }

    private boolean isTwoDigits(int i) {
        Token token = tokens.at(i);
        return token.isNumber() && token.text().length() == 2;
    }

    /** {@code 23h45}, {@code 11時45分30秒}, {@code 11 Uhr} */
    private @Nullable Clock units(int i) {
        Sense unit = tokens.sense(i + 1, Kind.UNIT_HOUR);
        if (unit == null || isOtherWord(tokens.at(i + 1).text(), unit)) {
            return null;
        }
        int hour = tokens.at(i).number();
        int minutes = tokens.at(i + 2).isMark('.') && tokens.at(i + 4).means(Kind.UNIT_MINUTE) ? i + 3 : i + 2;
        if (!tokens.at(minutes).isNumber(2, 0, 59)) {
            return new Clock(i + 2, hour, 0, Clock.NO_SECOND);
        }
        int minute = tokens.at(minutes).number();
        int end = minutes + 1;
        if (tokens.at(end).means(Kind.UNIT_MINUTE)) {
            end++;
            if (tokens.at(end).isNumber(2, 0, 59) && tokens.at(end + 1).means(Kind.UNIT_SECOND)) {
                return new Clock(end + 2, hour, minute, tokens.at(end).number());
            }
        }
        return new Clock(end, hour, minute, Clock.NO_SECOND);
    }

    /** {@code 23.45}, as Finns, Danes, Indonesians and others write it; not {@code 23.45.06} */
    private @Nullable Clock dots(int i) {
        boolean dotted = tokens.at(i + 1).isMark('.')
                && !tokens.at(i + 1).spaced()
                && !tokens.at(i + 2).spaced()
                && isTwoDigits(i + 2)
                && tokens.at(i + 2).value() <= 59;
        if (!dotted) {
            return null;
        }
        boolean more = tokens.at(i + 3).isMark('.')
                && tokens.at(i + 4).isNumber()
                && !tokens.at(i + 4).spaced();
        if (!more) {
            return new Clock(i + 3, tokens.at(i).number(), tokens.at(i + 2).number(), Clock.NO_SECOND);
        }
        boolean seconds = isTwoDigits(i + 4)
                && tokens.at(i + 4).value() <= 59
                && !tokens.at(i + 5).isMark('.');
        return seconds && tokens.at(i).text().length() == 2 && tokens.at(i - 1).means(Kind.CLOCK)
                ? new Clock(
                        i + 5,
                        tokens.at(i).number(),
                        tokens.at(i + 2).number(),
                        tokens.at(i + 4).number())
                : null;
    }
}
