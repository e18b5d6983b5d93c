package dev.colophon.extract.page;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import dev.colophon.text.Recent;

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

    /** A page's titles are compared in many ways. */
    private static final Recent<String> FOLDED = new Recent<>(1 << 8, Phrases::fold);

    private TextMatch() {}

    /** Whether the code point is a letter, a mark or a digit. */
    public static boolean isWord(int codePoint) {
        return codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT
                ? (Characters.of(codePoint) & Characters.WORD) != 0
                : (1 << UCharacter.getType(codePoint) & WORD) != 0;
    }

    /** Letters, marks and digits in folded case, words parted by single spaces. */
    public static String fold(String text) {
        return FOLDED.of(text);
    }

    /** Dice's coefficient over pairs of neighbouring characters, 0 to 1; letter case and punctuation do not count. */
    public static double similarity(String one, String other) {
        return FoldedText.of(one).similarity(FoldedText.of(other));
    }
}
