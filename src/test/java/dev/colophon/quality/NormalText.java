package dev.colophon.quality;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.StringJoiner;

/** A text without what does not matter where titles and names are compared: forms, case, punctuation, white space. */
final class NormalText {
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    private NormalText() {}

    static String of(String text) {
        String folded = UCharacter.foldCase(NFKC.normalize(text), true);
        StringBuilder kept = new StringBuilder();
        folded.codePoints().forEach(point -> kept.appendCodePoint(isKept(point) ? point : ' '));
        StringJoiner words = new StringJoiner(" ");
        for (String word : kept.toString().split(" ")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words.toString();
    }

    private static boolean isKept(int point) {
        return switch (UCharacter.getType(point)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
