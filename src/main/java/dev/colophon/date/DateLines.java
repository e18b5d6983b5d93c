package dev.colophon.date;

import dev.colophon.date.DateReader.Found;
import dev.colophon.text.Digits;
import dev.colophon.text.Recent;
import java.util.List;

/** Tells lines that are only a date from lines that mention one. */
final class DateLines {
    private static final int LONGEST = 120;
    private static final int LONGEST_HOLDING = 200;

    private static final String SEPARATORS = ":|,·•⋅-/()[]—»";

    /** Words that say nothing of dates, a place or a rubric perhaps, may stand apart from the date. */
    private static final int MOST_UNKNOWN_WORDS = 2;

    /** The text and the metadata of a page ask about the same lines, and the pages of a site have many in common. */
    private static final Recent<Days> LINES = new Recent<>(1 << 10, DateLines::read);

    private DateLines() {}

    /** What a line says of days. */
    private enum Days {
        NONE,
        AMONG_WORDS,
        ALONE
    }

    /** Whether the line is a date, alone or with words that introduce it. */
    static boolean isDateLine(String line) {
        return line.length() <= LONGEST && mayHoldDay(line) && LINES.of(line) == Days.ALONE;
    }

    /** Whether a day is mentioned in the line. */
    static boolean holdsDate(String line) {
        return line.length() <= LONGEST_HOLDING && mayHoldDay(line) && LINES.of(line) != Days.NONE;
    }

    private static Days read(String line) {
        Tokens tokens = Tokens.of(line, null);
        List<Found> dates = DateReader.find(tokens, ReadingHints.NONE);
        if (dates.stream().noneMatch(found -> found.reading().hasDay())) {
            return Days.NONE;
        }
        return isOnlyDates(tokens, dates) ? Days.ALONE : Days.AMONG_WORDS;
    }

    /** False for most lines that hold no day: where all is ASCII a day takes two numbers, and a digit or a sign elsewhere. */
    private static boolean mayHoldDay(String line) {
        int numbers = 0;
        boolean digit = false;
        for (int i = 0; i < line.length(); i++) {
            char unit = line.charAt(i);
            if (unit >= 0x80) {
                return Digits.occurIn(line) || line.indexOf('年') >= 0 || HebrewNumbers.occurIn(line);
            }
            boolean next = unit >= '0' && unit <= '9';
            numbers += next && !digit ? 1 : 0;
            digit = next;
        }
        return numbers > 1;
    }

    /** Whether a date of the line stands between its ends or marks, and not among the words of a sentence. */
    static boolean isSetOff(String line) {
        Tokens tokens = Tokens.of(line, null);
        List<Found> dates = DateReader.find(tokens, ReadingHints.NONE);
        return isOnlyDates(tokens, dates) || dates.stream().anyMatch(found -> isSetOff(tokens, found));
    }

    private static boolean isSetOff(Tokens tokens, Found found) {
        int from = found.from();
        while (from > 0 && tokens.at(from - 1).isWord() && !isUnknownWord(tokens.at(from - 1))) {
            from--;
        }
        boolean before = from == 0
                || found.reading().introduced() != null
                || tokens.at(from - 1).isMark(SEPARATORS);
        int to = found.to();
        while (tokens.at(to).isWord() && !isUnknownWord(tokens.at(to))) {
            to++;
        }
        return before && (to >= tokens.size() || tokens.at(to).isMark(SEPARATORS));
    }

    private static boolean isOnlyDates(Tokens tokens, List<Found> dates) {
        int unknown = 0;
        boolean apart = true;
        for (int i = 0; i < tokens.size(); i++) {
            int end = endOfDate(dates, i);
            if (end > i) {
                apart &= unknown == 0 || tokens.at(i - 1).isMark(SEPARATORS);
                i = end - 1;
            } else if (isUnknownWord(tokens.at(i))) {
                unknown++;
                apart &= !isRightBehindDate(dates, i);
            }
        }
        return unknown == 0 || (apart && unknown <= MOST_UNKNOWN_WORDS);
    }

    /** How many words say nothing of dates. */
    static int otherWords(String line) {
        Tokens tokens = Tokens.of(line, null);
        List<Found> dates = DateReader.find(tokens, ReadingHints.NONE);
        int others = 0;
        for (int i = 0; i < tokens.size(); i++) {
            i = Math.max(i, endOfDate(dates, i) - 1);
            others += isUnknownWord(tokens.at(i)) ? 1 : 0;
        }
        return others;
    }

    private static int endOfDate(List<Found> dates, int token) {
        return dates.stream()
                .filter(found -> found.from() == token)
                .mapToInt(Found::to)
                .findFirst()
                .orElse(token);
    }

    private static boolean isRightBehindDate(List<Found> dates, int token) {
        return dates.stream().anyMatch(found -> found.to() == token);
    }

    private static boolean isUnknownWord(Token token) {
        return token.isWord() && !token.isOfDates() && !ZoneNames.all().knows(token.text());
    }
}
