package dev.colophon.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/**
 * Unicode's normal forms (UAX #15) of text that anybody may have written: in time that grows with the text alone.
 *
 * <p>Marks that follow each other are put in order, which takes the square of their number. No language sets more than a few;
 * where more than thirty follow each other, an invisible grapheme joiner (U+034F) parts them, as UAX #15's stream-safe text
 * format has it.
 */
public enum NormalForm {
    /** Composed. */
    NFC(Normalizer2.getNFCInstance()),
    /** Decomposed. */
    NFD(Normalizer2.getNFDInstance()),
    /** Composed, without what differs in looks alone. */
    NFKC(Normalizer2.getNFKCInstance()),
    /** The same in folded case, without what nobody sees. */
    NFKC_CASEFOLD(Normalizer2.getNFKCCasefoldInstance());

    private static final int MOST_MARKS = 30;
    private static final char GRAPHEME_JOINER = '\u034f';
    /** The first combining mark. */
    private static final int FIRST_MARK = 0x300;

    private final Normalizer2 normalizer;

    NormalForm(Normalizer2 normalizer) {
        this.normalizer = normalizer;
    }

    /** The text in this form; itself where it is in it. */
    public String of(CharSequence text) {
        if (normalizer.spanQuickCheckYes(text) == text.length()) {
            return text.toString();
        }
        CharSequence safe = streamSafe(text);
        return safe != text && this == NFKC_CASEFOLD ? byPieces(safe.toString()) : normalizer.normalize(safe);
    }

    /** Folding takes the joiners away before it puts marks in order: what they part is folded by itself. */
    private String byPieces(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (String piece : text.split(String.valueOf(GRAPHEME_JOINER), -1)) {
            out.append(normalizer.normalize(piece));
        }
        return out.toString();
    }

    private CharSequence streamSafe(CharSequence text) {
        StringBuilder safe = null;
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = Character.codePointAt(text, i);
            if (isMark(codePoint)) {
                marks++;
            } else if (this != NFKC_CASEFOLD || !isIgnorable(codePoint)) {
                marks = 0;
            }
            if (marks > MOST_MARKS) {
                safe = safe == null ? new StringBuilder(text.length() + 1).append(text, 0, i) : safe;
                safe.append(GRAPHEME_JOINER);
                marks = 1;
            }
            if (safe != null) {
                safe.appendCodePoint(codePoint);
            }
            i += Character.charCount(codePoint);
        }
        return safe == null ? text : safe;
    }

    private static boolean isMark(int codePoint) {
        return codePoint >= FIRST_MARK && UCharacter.getCombiningClass(codePoint) != 0;
    }

    /** Whether folding takes the character away, so that marks before and behind it meet. */
    private static boolean isIgnorable(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }
}
