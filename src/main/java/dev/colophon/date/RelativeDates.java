package dev.colophon.date;

import dev.colophon.model.DatePrecision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long before its capture a page was published, in all CLDR languages: {@code 2 hours ago}, {@code গতকাল}, {@code
 * 昨天 10:30}. An hour counts back to a day only: when the page was written is not known to the minute.
 */
final class RelativeDates {
    /**
     * A way to say it.
     *
     * @param unit what is counted
     * @param count how many of it; {@link #NUMBERED} where the text holds the number
     * @param before the words before the number
     */
    private record Form(ChronoUnit unit, int count, String before) {}

    private static final int NUMBERED = -1;
    private static final int MOST_WORDS = 5;
    private static final int LONGEST = 100;
    private static final int MOST = 5000;
    private static final double SURE = 0.8;

    /** Weeks, months and years are rounded. */
    private static final double ROUNDED = 0.5;

    private static final class Holder {
        static final Map<String, List<Form>> BY_WORDS_BEHIND = forms();
    }

    private RelativeDates() {}

    private static Map<String, List<Form>> forms() {
        Map<String, List<Form>> forms = new HashMap<>();
        Lexicon.lines("relative-words.tsv", line -> add(forms, line));
        Lexicon.lines("cldr-relative.tsv", line -> add(forms, line));
        return forms;
    }

    private static void add(Map<String, List<Form>> forms, String line) {
        String[] fields = line.split("\t", -1);
        int space = fields[0].indexOf(' ');
        ChronoUnit unit = ChronoUnit.valueOf(fields[0].substring(0, space).toUpperCase(Locale.ROOT) + "S");
        String count = fields[0].substring(space + 1);
        boolean numbered = count.equals("#");
        Form form =
                new Form(unit, numbered ? NUMBERED : Integer.parseInt(count), numbered ? DateText.key(fields[1]) : "");
        String key = DateText.key(numbered ? fields[2] : fields[1]);
        forms.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(form);
    }

    /** The day that a short text says; null where it says none, or the capture is not known. */
    static @Nullable DateReading read(String text, ReadingHints hints) {
        Instant captured = hints.capturedAt();
        if (captured == null || text.length() > LONGEST) {
            return null;
        }
        Tokens tokens = Tokens.of(text, hints.language());
        for (int i = 0; i < tokens.size(); i++) {
            DateReading reading = at(tokens, i, captured, hints);
            if (reading != null) {
                return reading;
            }
        }
        return null;
    }

    private static @Nullable DateReading at(Tokens tokens, int i, Instant captured, ReadingHints hints) {
        boolean number = tokens.at(i).isNumber();
        StringBuilder words = new StringBuilder();
        Form best = null;
        int end = i;
        int next = number ? i + 1 : i;
        for (int count = 0; count < MOST_WORDS && tokens.at(next).isWord(); count++) {
            words.append(tokens.at(next).text());
            Form form = form(tokens, i, number, words.toString());
            best = form == null ? best : form;
            end = form == null ? end : next + 1;
            next = behindJoint(tokens, next + 1);
        }
        if (best == null && number) {
            best = form(tokens, i, true, "");
            end = i + 1;
        }
        return best == null || !isSaidAlone(tokens, best, i, end)
                ? null
                : reading(best, tokens, i, end, captured, hints);
    }

    /** Whether few other words stand around: {@code now} and {@code today} are said of much else. */
    private static boolean isSaidAlone(Tokens tokens, Form form, int from, int to) {
        int others = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean other = i < from - MOST_WORDS || i >= to || (form.count() != NUMBERED && i < from);
            others += other && tokens.at(i).isWord() && tokens.at(i).senses().isEmpty() ? 1 : 0;
        }
        return others <= (form.count() == NUMBERED ? 3 : 0);
    }

    /** Over a mark inside a word: {@code avant-hier}. */
    private static int behindJoint(Tokens tokens, int i) {
        return tokens.at(i).isMark("-'") && tokens.at(i + 1).isWord() ? i + 1 : i;
    }

    private static @Nullable Form form(Tokens tokens, int i, boolean number, String behind) {
        for (Form form : Holder.BY_WORDS_BEHIND.getOrDefault(behind, List.of())) {
            if (number == (form.count() == NUMBERED) && (!number || isBefore(tokens, i, form.before(), behind))) {
                return form;
            }
        }
        return null;
    }

    /** Whether the words right before a number are those of a form. */
    private static boolean isBefore(Tokens tokens, int number, String words, String behind) {
        if (words.isEmpty()) {
            return !behind.isEmpty();
        }
        String found = "";
        for (int i = number - 1; i >= number - MOST_WORDS && found.length() < words.length(); i--) {
            if (!tokens.at(i).isWord()) {
                return false;
            }
            found = tokens.at(i).text() + found;
        }
        return found.equals(words);
    }

    private static @Nullable DateReading reading(
            Form form, Tokens tokens, int number, int end, Instant captured, ReadingHints hints) {
        long count = form.count() == NUMBERED ? tokens.at(number).value() : form.count();
        if (count < 0 || count > MOST) {
            return null;
        }
        LocalDateTime then = local(captured, hints).minus(count, form.unit());
        boolean exact = form.unit().compareTo(ChronoUnit.DAYS) <= 0;
        TimeMatch time = form.unit() == ChronoUnit.DAYS ? time(tokens, end, hints) : null;
        LocalTime clock = time == null ? null : time.time();
        return new DateReading(
                first(then.toLocalDate(), form.unit()),
                clock,
                time == null ? null : time.zone(),
                precision(form.unit(), clock),
                null,
                null,
                "relative",
                exact ? SURE : ROUNDED);
    }

    private static LocalDateTime local(Instant captured, ReadingHints hints) {
        LocalDateTime utc = LocalDateTime.ofInstant(captured, ZoneOffset.UTC);
        return hints.zone() == null ? utc : Zones.local(captured, hints.zone());
    }

    private static LocalDate first(LocalDate day, ChronoUnit unit) {
        return switch (unit) {
            case YEARS -> day.withDayOfYear(1);
            case MONTHS -> day.withDayOfMonth(1);
            default -> day;
        };
    }

    private static DatePrecision precision(ChronoUnit unit, @Nullable LocalTime time) {
        return switch (unit) {
            case YEARS -> DatePrecision.YEAR;
            case MONTHS -> DatePrecision.MONTH;
            default -> time == null ? DatePrecision.DAY : DatePrecision.MINUTE;
        };
    }

    /** The time of day right behind the words, over at most two others. */
    private static @Nullable TimeMatch time(Tokens tokens, int from, ReadingHints hints) {
        TimeParser times = new TimeParser(tokens, hints);
        for (int i = from; i < from + 3; i++) {
            TimeMatch time = times.at(i);
            if (time != null) {
                return time;
            }
        }
        return null;
    }
}
