package dev.colophon.date;

import dev.colophon.model.DatePrecision;
import dev.colophon.text.Digits;
import dev.colophon.text.WordLists;
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
    /** What parts it from a name before it. */
    private static final String MARKS = "|,·•⋅-–—/()[]»:";

    /** What parts it from words behind it. */
    private static final String RULES = "|·•⋅–—/()[]»";

    /** Words of a name and what introduces it. */
    private static final int MOST_BESIDE = 6;

    private static final double SURE = 0.8;

    /** Weeks, months and years are rounded. */
    private static final double ROUNDED = 0.5;

    private static final class Holder {
        static final Map<String, List<Form>> BY_WORDS_BEHIND = forms();
    }

    private RelativeDates() {}

    private static Map<String, List<Form>> forms() {
        Map<String, List<Form>> forms = new HashMap<>();
        WordLists.lines(RelativeDates.class, "relative-words.tsv").forEach(line -> add(forms, line));
        WordLists.lines(RelativeDates.class, "cldr-relative.tsv").forEach(line -> add(forms, line));
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

    /**
     * Words that say it, found in a text.
     *
     * @param from the first token, words before the number too
     * @param number the token that is the number, or the first word
     * @param to the token behind the last
     */
    private record Said(Form form, int from, int number, int to) {}

    /** The day that a short text says; null where it says none, or the capture is not known. */
    static @Nullable DateReading read(String text, ReadingHints hints) {
        Instant captured = hints.capturedAt();
        if (captured == null || text.length() > LONGEST) {
            return null;
        }
        Tokens tokens = Tokens.of(text, hints.language());
        for (int i = 0; i < tokens.size(); i++) {
            Said said = at(tokens, i);
            DateReading reading =
                    said == null || !(isSaidAlone(tokens, said) || (isRecent(said) && isSetOff(tokens, said, true)))
                            ? null
                            : reading(said, tokens, captured, hints);
            if (reading != null) {
                return reading;
            }
        }
        return null;
    }

    /**
     * Whether a line says with a number how many weeks or less ago something was, between its ends or marks: what was years ago
     * is what an article is about.
     *
     * @param byline whether the line names a writer, who may follow: {@code 2 hours ago by Ida Holm}
     */
    static boolean areSaidIn(String line, boolean byline) {
        if (line.length() > LONGEST || line.endsWith(".") || !Digits.occurIn(line)) {
            return false;
        }
        Tokens tokens = Tokens.of(line, null);
        for (int i = 0; i < tokens.size(); i++) {
            Said said = tokens.at(i).isNumber() ? at(tokens, i) : null;
            if (said != null && isRecent(said) && isSetOff(tokens, said, byline)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRecent(Said said) {
        return said.form().count() == NUMBERED && said.form().unit().compareTo(ChronoUnit.WEEKS) <= 0;
    }

    private static @Nullable Said at(Tokens tokens, int i) {
        boolean number = tokens.at(i).isNumber();
        StringBuilder words = new StringBuilder();
        Said best = null;
        int next = number ? i + 1 : i;
        for (int count = 0; count < MOST_WORDS && tokens.at(next).isWord(); count++) {
            words.append(tokens.at(next).text());
            Said said = said(tokens, i, next + 1, words.toString());
            best = said == null ? best : said;
            next = behindJoint(tokens, next + 1);
        }
        return best == null && number ? said(tokens, i, i + 1, "") : best;
    }

    /** Whether few other words stand around: {@code now} and {@code today} are said of much else. */
    private static boolean isSaidAlone(Tokens tokens, Said said) {
        boolean numbered = said.form().count() == NUMBERED;
        int others = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean other = i < said.number() - MOST_WORDS || i >= said.to() || (!numbered && i < said.number());
            others += other && isOther(tokens.at(i)) ? 1 : 0;
        }
        return others <= (numbered ? 3 : 0);
    }

    /** Whether it stands at either end of a line, or between marks, and beside a name's few words. */
    private static boolean isSetOff(Tokens tokens, Said said, boolean byline) {
        int from = said.from();
        while (from > 0 && tokens.at(from - 1).isWord() && !isOther(tokens.at(from - 1))) {
            from--;
        }
        boolean first = from == 0 || tokens.at(from - 1).isMark(from == 1 ? RULES : MARKS);
        boolean last = said.to() >= tokens.size() || tokens.at(said.to()).isMark(RULES);
        int others = 0;
        for (int i = 0; i < tokens.size(); i++) {
            others += (i < from || i >= said.to()) && isOther(tokens.at(i)) ? 1 : 0;
        }
        boolean fraction =
                from == said.number() && from > 1 && tokens.at(from - 2).isNumber();
        return first && (last || byline) && !fraction && others <= MOST_BESIDE;
    }

    private static boolean isOther(Token token) {
        return token.isWord() && token.senses().isEmpty();
    }

    /** Over a mark inside a word: {@code avant-hier}. */
    private static int behindJoint(Tokens tokens, int i) {
        return tokens.at(i).isMark("-'") && tokens.at(i + 1).isWord() ? i + 1 : i;
    }

    private static @Nullable Said said(Tokens tokens, int i, int to, String behind) {
        boolean number = tokens.at(i).isNumber();
        for (Form form : Holder.BY_WORDS_BEHIND.getOrDefault(behind, List.of())) {
            if (number == (form.count() == NUMBERED)) {
                int from = number ? startOf(tokens, i, form.before(), behind) : i;
                if (from >= 0) {
                    return new Said(form, from, i, to);
                }
            }
        }
        return null;
    }

    /** Where the words of a form right before a number begin; -1 where others stand there. */
    private static int startOf(Tokens tokens, int number, String words, String behind) {
        if (words.isEmpty()) {
            return behind.isEmpty() ? -1 : number;
        }
        String found = "";
        int i = number;
        while (found.length() < words.length()
                && i > number - MOST_WORDS
                && tokens.at(i - 1).isWord()) {
            i--;
            found = tokens.at(i).text() + found;
        }
        return found.equals(words) ? i : -1;
    }

    private static @Nullable DateReading reading(Said said, Tokens tokens, Instant captured, ReadingHints hints) {
        Form form = said.form();
        long count = form.count() == NUMBERED ? tokens.at(said.number()).value() : form.count();
        if (count < 0 || count > MOST) {
            return null;
        }
        LocalDateTime then = local(captured, hints).minus(count, form.unit());
        boolean exact = form.unit().compareTo(ChronoUnit.DAYS) <= 0;
        TimeMatch time = form.unit() == ChronoUnit.DAYS ? time(tokens, said.to(), hints) : null;
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
