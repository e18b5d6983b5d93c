package dev.colophon.extract.page;

import com.ibm.icu.lang.UCharacter;
import dev.colophon.text.NormalForm;
import dev.colophon.text.WordLists;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Lines that pages print around texts: {@code Read more: …}, {@code Advertisement}, {@code Share this}. Thread-safe. */
final class Phrases {
    private static final int LONGEST = 160;
    private static final int MOST_WORDS = 6;
    private static final int FEWEST_SIGNS = 4;
    private static final Set<String> WHOLE = new HashSet<>();
    private static final Set<String> STARTS = new HashSet<>();
    private static final LineStarts FIRST_WORDS = new LineStarts();
    /** Bits of the hashes of all phrases: most lines need no closer look. */
    private static final BitSet HASHES = new BitSet();

    private static final int HASH_MASK = (1 << 14) - 1;
    /** What each character below U+10000 folds to, a space for what stands between words; 0 where it is not one character. */
    private static final char[] FOLDED = new char[0x10000];

    static {
        for (int unit = 0; unit < FOLDED.length; unit++) {
            FOLDED[unit] = Character.isSurrogate((char) unit) ? 0 : folded((char) unit);
        }
        for (String line : WordLists.lines(Phrases.class, "phrases.txt")) {
            boolean start = line.endsWith("*");
            String phrase = fold(start ? line.substring(0, line.length() - 1) : line);
            (start ? STARTS : WHOLE).add(phrase);
            HASHES.set(phrase.hashCode() & HASH_MASK);
            FIRST_WORDS.add(phrase);
        }
    }

    private Phrases() {}

    private static char folded(char unit) {
        String folded = UCharacter.foldCase(String.valueOf(unit), true);
        return folded.length() != 1 ? 0 : (char) kept(folded.charAt(0));
    }

    /** Whether the line is furniture. */
    static boolean furniture(String line) {
        if (line.length() > LONGEST || !FIRST_WORDS.mayBegin(line)) {
            return false;
        }
        StringBuilder folded = folded(line);
        int words = 0;
        int hash = 0; // as String.hashCode() has it
        for (int i = 1; i <= folded.length(); i++) {
            char unit = folded.charAt(i - 1);
            hash = 31 * hash + unit;
            boolean whole = i == folded.length();
            boolean end = whole || folded.charAt(i) == ' ';
            // Scripts without spaces between words have phrases that end anywhere, but two signs begin many words.
            boolean start = words < MOST_WORDS && (end || (unit > 0x2E80 && i >= FEWEST_SIGNS));
            words += end ? 1 : 0;
            if ((whole || start) && HASHES.get(hash & HASH_MASK) && isPhrase(folded.substring(0, i), whole, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPhrase(String words, boolean whole, boolean start) {
        return (whole && WHOLE.contains(words)) || (start && STARTS.contains(words));
    }

    /** Lower case, letters, marks and digits alone, single spaces. */
    static String fold(String line) {
        return folded(line).toString();
    }

    private static StringBuilder folded(String written) {
        String line = NormalForm.NFC.of(written);
        StringBuilder out = new StringBuilder(line.length());
        boolean gap = false;
        for (int i = 0; i < line.length(); ) {
            int codePoint = line.charAt(i);
            char folded = FOLDED[codePoint];
            if (folded == 0) {
                codePoint = line.codePointAt(i);
                gap = fold(codePoint, gap, out);
            } else {
                gap = add(folded, gap, out);
            }
            i += Character.charCount(codePoint);
        }
        return out;
    }

    /** Adds what folds to several characters, or lies in a plane beyond the first. */
    private static boolean fold(int codePoint, boolean before, StringBuilder out) {
        boolean gap = before;
        String folded = UCharacter.foldCase(Character.toString(codePoint), true);
        for (int i = 0; i < folded.length(); ) {
            int one = folded.codePointAt(i);
            i += Character.charCount(one);
            gap = add(kept(one), gap, out);
        }
        return gap;
    }

    private static int kept(int codePoint) {
        return codePoint == '©' || TextMatch.isWord(codePoint) ? codePoint : ' ';
    }

    /** Adds a character, and a space before the first one of a word; whether a space stands before the next. */
    private static boolean add(int codePoint, boolean gap, StringBuilder out) {
        if (codePoint == ' ') {
            return !out.isEmpty();
        }
        if (gap) {
            out.append(' ');
        }
        out.appendCodePoint(codePoint);
        return false;
    }
}
