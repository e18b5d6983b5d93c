package dev.colophon.byline;

import dev.colophon.byline.Lexicon.Form;
import java.util.BitSet;

/**
 * What the phrases begin with of which every byline has one: roles and jobs. Tells most lines that are none by their letters
 * alone, before they are cut into words.
 */
final class FirstWords {
    private static final int SIZE = 1 << 16;
    /** Marks that may stand inside a word. */
    private static final String INNER = "'`\"_";

    /** Hashes of the letters that a phrase begins with; it may take others for one, never the other way round. */
    private static final BitSet HASHES = new BitSet(SIZE);

    static {
        for (Form form : Form.values()) {
            Lexicon.roles(form).phrases().forEach(FirstWords::add);
        }
        Lexicon.JOB.phrases().forEach(FirstWords::add);
    }

    private FirstWords() {}

    private static void add(String phrase) {
        int hash = 0;
        for (int i = 0; i < phrase.length() && isSmall(phrase.charAt(i)); i++) {
            hash = with(hash, phrase.charAt(i));
        }
        HASHES.set(hash);
    }

    private static int with(int hash, char letter) {
        return (31 * hash + letter) & (SIZE - 1);
    }

    private static boolean isLetter(char unit) {
        return isSmall((char) (unit | 0x20));
    }

    private static boolean isSmall(char unit) {
        return unit >= 'a' && unit <= 'z';
    }

    /** False where no word of the line can begin such a phrase; lines with other letters than ASCII's are not judged. */
    static boolean mayStandIn(String line) {
        int hash = 0;
        char before = ' ';
        for (int i = 0; i <= line.length(); i++) {
            char unit = i == line.length() ? ' ' : line.charAt(i);
            boolean capital = unit >= 'A' && unit <= 'Z';
            if (isLetter(unit)) {
                hash = with(hash, (char) (unit | 0x20));
            } else if (isLetter(before) && HASHES.get(hash)) {
                return true;
            } else {
                hash = 0;
            }
            // Words that are written together are cut at the capital.
            if (unit >= 0x80 || INNER.indexOf(unit) >= 0 || (capital && isSmall(before))) {
                return true;
            }
            before = unit;
        }
        return false;
    }
}
