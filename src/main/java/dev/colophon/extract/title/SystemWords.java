package dev.colophon.extract.title;

import dev.colophon.extract.page.TextMatch;
import dev.colophon.text.WordLists;
import java.util.HashSet;
import java.util.Set;

/** Takes off a title what a system puts there of its own accord: {@code View topic - }, {@code Powered by Discuz!}. */
final class SystemWords {
    /** The title stands behind these. */
    private static final Set<String> FIRST = new HashSet<>();
    /** The title stands before these. */
    private static final Set<String> LAST = new HashSet<>();
    /** The title stands behind these and a colon. */
    private static final Set<String> LABELS = new HashSet<>();

    static {
        for (String line : WordLists.lines(SystemWords.class, "system-words.txt")) {
            (line.endsWith(":") ? LABELS : line.endsWith(">") ? FIRST : LAST).add(TextMatch.fold(line));
        }
    }

    private static final int LONGEST_DAY = 10;

    private SystemWords() {}

    /** The title's parts behind a system's words and a day in figures, or before such words; all where there are none. */
    static TitleParts without(TitleParts title) {
        TitleParts parts = withoutDay(title);
        int end = parts.size();
        for (int i = parts.size() - 1; i >= 0 && end > 1; i--) {
            String part = TextMatch.fold(parts.parts().get(i).text());
            if (i + 1 < end && FIRST.contains(part)) {
                return TitleParts.of(parts.join(i + 1, end));
            }
            if (i > 0 && LAST.contains(part)) {
                end = i;
            }
        }
        return end == parts.size() ? parts : withoutDay(TitleParts.of(parts.join(0, end)));
    }

    /** The title behind a day that stands before it, as in lists of reports; before a colon it is what the title is about. */
    private static TitleParts withoutDay(TitleParts parts) {
        boolean dated = parts.size() > 1
                && !parts.parts().get(1).mark().endsWith(":")
                && isDay(parts.parts().get(0).text());
        return dated ? TitleParts.of(parts.join(1, parts.size())) : parts;
    }

    /** {@code 23.01.2026}, {@code 1/23/2026}, {@code 2026-01-23}. */
    private static boolean isDay(String part) {
        String[] numbers = part.length() > LONGEST_DAY ? new String[0] : part.split("[./-]", 4);
        if (numbers.length != 3
                || part.codePoints().filter(unit -> unit >= '0' && unit <= '9').count() != part.length() - 2) {
            return false;
        }
        String first = numbers[0];
        String last = numbers[2];
        return isUpTo(numbers[1], 12) && ((isYear(first) && isUpTo(last, 31)) || (isUpTo(first, 31) && isYear(last)))
                || (isUpTo(first, 12) && isUpTo(numbers[1], 31) && isYear(last));
    }

    private static boolean isYear(String number) {
        return number.length() == 4 && (number.startsWith("19") || number.startsWith("20"));
    }

    private static boolean isUpTo(String number, int most) {
        int value = number.isEmpty() || number.length() > 2 ? 0 : Integer.parseInt(number);
        return value > 0 && value <= most;
    }

    /** What stands behind such a word and a colon, or behind a day; the whole where neither stands first. */
    static String behind(String heading) {
        TitleParts parts = TitleParts.of(heading);
        TitleParts undated = withoutDay(parts);
        String title = undated == parts ? heading : undated.title();
        int colon = title.indexOf(':');
        boolean label = colon > 0 && LABELS.contains(TextMatch.fold(title.substring(0, colon)));
        String behind = label ? title.substring(colon + 1).strip() : "";
        return behind.isEmpty() ? title : behind;
    }
}
