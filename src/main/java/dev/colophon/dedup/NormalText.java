package dev.colophon.dedup;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import dev.colophon.text.NormalForm;
import dev.colophon.text.Spaces;

/** A text without what may differ between copies of it. */
final class NormalText {
    /** In {@link #FOLDED}: a unit that goes. */
    private static final int INVISIBLE = -1;

    /** In {@link #FOLDED}: a unit that becomes several, or is half of a character. */
    private static final int SEVERAL = -2;

    private static final UnitTable FOLDED = new UnitTable(NormalText::fold);

    private NormalText() {}

    /**
     * NFC, full case folding, no invisible characters (Unicode's Default_Ignorable_Code_Point: zero-width joiners and
     * spaces, soft hyphens, direction marks), white space as single spaces: {@code "A\u00adB \n C"} → {@code "ab c"}.
     */
    static String of(String text) {
        return NormalForm.NFC.of(folded(NormalForm.NFC.of(text)));
    }

    private static int fold(char unit) {
        String folded = UCharacter.foldCase(String.valueOf(unit), true);
        if (folded.length() > 1 || Character.isSurrogate(unit)) {
            return SEVERAL;
        }
        return isInvisible(folded.charAt(0)) ? INVISIBLE : folded.charAt(0);
    }

    private static boolean isInvisible(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    private static String folded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Spaces.isSpace(unit)) {
                space = true;
                continue;
            }
            int folded = FOLDED.of(unit);
            int codePoint = folded == SEVERAL ? text.codePointAt(i) : unit;
            i += Character.charCount(codePoint) - 1;
            if (folded == INVISIBLE || (folded == SEVERAL && isInvisible(codePoint))) {
                continue;
            }
            if (space && !out.isEmpty()) {
                out.append(' ');
            }
            space = false;
            if (folded == SEVERAL) {
                out.append(UCharacter.foldCase(Character.toString(codePoint), true));
            } else {
                out.append((char) folded);
            }
        }
        return out.toString();
    }
}
