package dev.colophon.extract.page;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import java.util.HashSet;
import java.util.Set;

/** How much two short texts have in common, in any script. */
public final class TextMatch {
    /** Letters, marks and digits. */
    static final int WORD = 1 << UCharacterCategory.UPPERCASE_LETTER
            | 1 << UCharacterCategory.LOWERCASE_LETTER
            | 1 << UCharacterCategory.TITLECASE_LETTER
            | 1 << UCharacterCategory.MODIFIER_LETTER
            | 1 << UCharacterCategory.OTHER_LETTER
            | 1 << UCharacterCategory.NON_SPACING_MARK
            | 1 << UCharacterCategory.COMBINING_SPACING_MARK
            | 1 << UCharacterCategory.ENCLOSING_MARK
            | 1 << UCharacterCategory.DECIMAL_DIGIT_NUMBER
            | 1 << UCharacterCategory.LETTER_NUMBER
            | 1 << UCharacterCategory.OTHER_NUMBER;

    private TextMatch() {}

    /** Whether the code point is a letter, a mark or a digit. */
    public static boolean isWord(int codePoint) {
        return (1 << UCharacter.getType(codePoint) & WORD) != 0;
    }

    /** Letters, marks and digits in folded case, words parted by single spaces. */
    public static String fold(String text) {
        return Phrases.fold(text);
    }

    /** Dice's coefficient over pairs of neighbouring characters, 0 to 1; letter case and punctuation do not count. */
    public static double similarity(String one, String other) {
        String left = fold(one);
        String right = fold(other);
        if (left.equals(right)) {
            return left.isEmpty() ? 0 : 1;
        }
        Set<Integer> pairs = pairs(left);
        Set<Integer> others = pairs(right);
        int all = pairs.size() + others.size();
        pairs.retainAll(others);
        return all == 0 ? 0 : 2.0 * pairs.size() / all;
    }

    private static Set<Integer> pairs(String folded) {
        Set<Integer> pairs = new HashSet<>();
        for (int i = 0; i + 1 < folded.length(); i++) {
            pairs.add(folded.charAt(i) << 16 | folded.charAt(i + 1));
        }
        return pairs;
    }
}
