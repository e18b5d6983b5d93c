package dev.colophon.extract.page;

import com.ibm.icu.lang.UCharacter;
import dev.colophon.text.Spaces;
import java.util.HashSet;
import java.util.Set;

/** Lines that pages print around texts: {@code Read more: …}, {@code Advertisement}, {@code Share this}. Thread-safe. */
final class Phrases {
    private static final int LONGEST = 160;
    private static final Set<String> WHOLE = new HashSet<>();
    private static final Set<String> STARTS = new HashSet<>();
    private static final int MOST_WORDS = 6;

    static {
        for (String line : Resources.lines("phrases.txt")) {
            boolean start = line.endsWith("*");
            String phrase = fold(start ? line.substring(0, line.length() - 1) : line);
            (start ? STARTS : WHOLE).add(phrase);
        }
    }

    private Phrases() {}

    /** Whether the line is furniture. */
    static boolean furniture(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        String folded = fold(line);
        return WHOLE.contains(folded) || starts(folded);
    }

    private static boolean starts(String folded) {
        int words = 0;
        for (int i = 1; i <= folded.length() && words < MOST_WORDS; i++) {
            boolean end = i == folded.length() || folded.charAt(i) == ' ';
            if (end) {
                words++;
            }
            // Scripts without spaces between words have phrases that end anywhere.
            if ((end || folded.charAt(i - 1) > 0x2E80) && STARTS.contains(folded.substring(0, i))) {
                return true;
            }
        }
        return false;
    }

    /** Lower case, letters, marks and digits alone, single spaces. */
    static String fold(String line) {
        StringBuilder out = new StringBuilder(line.length());
        String lower = UCharacter.foldCase(line, true);
        for (int i = 0; i < lower.length(); ) {
            int codePoint = lower.codePointAt(i);
            i += Character.charCount(codePoint);
            int type = 1 << UCharacter.getType(codePoint);
            out.appendCodePoint(codePoint == '©' || (type & TextMatch.WORD) != 0 ? codePoint : ' ');
        }
        return Spaces.collapse(out);
    }
}
