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

    private SystemWords() {}

    /** The title's parts behind a system's words and a day in figures, or before such words; all where there are none. */
    static TitleParts without(TitleParts parts) {
        if (startsWithDay(parts)) {
            return without(TitleParts.of(parts.join(1, parts.size())));
        }
        for (int i = parts.size() - 1; i >= 0 && parts.size() > 1; i--) {
            String part = TextMatch.fold(parts.parts().get(i).text());
            if (i + 1 < parts.size() && FIRST.contains(part)) {
                return TitleParts.of(parts.join(i + 1, parts.size()));
            }
            if (i > 0 && LAST.contains(part)) {
                return without(TitleParts.of(parts.join(0, i)));
            }
        }
        return parts;
    }

    /** Whether a day stands before the title, as in lists of reports; one before a colon is what the title is about. */
    private static boolean startsWithDay(TitleParts parts) {
        return parts.size() > 1
                && !parts.parts().get(1).mark().endsWith(":")
                && isDay(parts.parts().get(0).text());
    }

    /** {@code 23.01.2026}, {@code 23/1/26}, {@code 2026-01-23}. */
    private static boolean isDay(String part) {
        String[] numbers = part.split("[./-]", 4);
        return numbers.length == 3
                && part.codePoints().filter(Character::isDigit).count() == part.length() - 2
                && numbers[1].length() <= 2
                && (isYear(numbers[0], numbers[2]) || isYear(numbers[2], numbers[0]));
    }

    private static boolean isYear(String number, String day) {
        return (number.length() == 4 || number.length() == 2) && !day.isEmpty() && day.length() <= 2;
    }

    /** What stands behind such a word and a colon, or behind a day; the whole where neither stands first. */
    static String behind(String heading) {
        TitleParts parts = TitleParts.of(heading);
        if (startsWithDay(parts)) {
            return behind(parts.join(1, parts.size()));
        }
        int colon = heading.indexOf(':');
        boolean label = colon > 0 && LABELS.contains(TextMatch.fold(heading.substring(0, colon)));
        String behind = label ? heading.substring(colon + 1).strip() : "";
        return behind.isEmpty() ? heading : behind;
    }
}
