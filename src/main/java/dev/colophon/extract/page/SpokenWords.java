package dev.colophon.extract.page;

import com.ibm.icu.lang.UScript;
import dev.colophon.text.Scripts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words of a page's titles that its text is likely to use: those of four letters at least, or pairs of signs. */
public final class SpokenWords {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_HANGUL = 2;
    private static final int FIRST_HANGUL = 0xAC00;
    private static final int FIRST_UNSPACED = 0x0E00;

    private final Set<String> words = new LinkedHashSet<>();

    private SpokenWords() {}

    /** The words of what a page is called; of scripts that do not part words the pairs of signs. */
    public static SpokenWords of(List<String> called) {
        SpokenWords spoken = new SpokenWords();
        for (String name : called) {
            for (String word : TextMatch.fold(name).split(" ", -1)) {
                spoken.add(word);
            }
        }
        return spoken;
    }

    private void add(String word) {
        if (!word.isEmpty() && isUnspaced(word.charAt(0))) {
            for (int i = 0; i + 2 <= word.length(); i++) {
                words.add(word.substring(i, i + 2));
            }
        } else if (word.length() >= SHORTEST || (word.length() >= SHORTEST_HANGUL && word.charAt(0) >= FIRST_HANGUL)) {
            words.add(word);
        }
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** The part of them that a text uses, 0 to 1; 0 where there are none. */
    public double shareIn(String text) {
        String folded = " " + TextMatch.fold(text) + " ";
        long spoken = words.stream().filter(folded::contains).count();
        return words.isEmpty() ? 0 : (double) spoken / words.size();
    }

    /** Whether a character is of a script that sets no space between words. */
    public static boolean isUnspaced(int unit) {
        return unit >= FIRST_UNSPACED && Scripts.isUnspaced(UScript.getScript(unit));
    }
}
