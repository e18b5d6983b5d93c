package dev.colophon.dedup;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import dev.colophon.text.Spaces;

/** A text without what may differ between copies of it. */
final class NormalText {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private NormalText() {}

    /**
     * NFC, full case folding, no invisible characters (Unicode's Default_Ignorable_Code_Point: zero-width joiners and
     * spaces, soft hyphens, direction marks), white space as single spaces: {@code "A\u00adB \n C"} → {@code "ab c"}.
     */
    static String of(String text) {
        String folded = NFC.normalize(UCharacter.foldCase(NFC.normalize(text), true));
        StringBuilder visible = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); ) {
            int codePoint = folded.codePointAt(i);
            i += Character.charCount(codePoint);
            if (codePoint < 0x80 || !UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
                visible.appendCodePoint(codePoint);
            }
        }
        return Spaces.collapse(NFC.normalize(visible));
    }
}
