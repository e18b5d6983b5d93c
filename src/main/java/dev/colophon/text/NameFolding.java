package dev.colophon.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;

/** The form in which two spellings of a name are compared. */
public final class NameFolding {
    /** Latin letters that decomposition leaves whole, and what readers type instead. */
    private static final String BARRED = "\u0142\u00f8\u0111\u00f0\u00fe\u00e6\u0153\u0131\u0127\u0167\u0259";

    private static final String[] PLAIN = {"l", "o", "d", "d", "th", "ae", "oe", "i", "h", "t", "e"};

    private NameFolding() {}

    /**
     * Case-folded and compatibility-composed, Latin and Greek accents removed, marks of other scripts kept (they are
     * vowels in Indic scripts), apostrophes and format characters dropped, every other run of punctuation or white space
     * as one space: {@code "Bjørn  O’Neill-Šmíd"} → {@code "bjorn oneill smid"}.
     */
    public static String fold(CharSequence name) {
        if (isFolded(name)) {
            return name.toString();
        }
        return isAscii(name) ? foldAscii(name) : foldAny(name);
    }

    private static boolean isFolded(CharSequence name) {
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            if ((unit < 'a' || unit > 'z') && (unit < '0' || unit > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(CharSequence name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** What {@link #foldAny} gives, without asking for properties of each letter: most names and words are ASCII. */
    private static String foldAscii(CharSequence name) {
        StringBuilder out = new StringBuilder(name.length());
        boolean pending = false;
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            char small = unit >= 'A' && unit <= 'Z' ? (char) (unit + ('a' - 'A')) : unit;
            if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) {
                if (pending && !out.isEmpty()) {
                    out.append(' ');
                }
                pending = false;
                out.append(small);
            } else {
                pending |= small != '\'' && small != '`';
            }
        }
        return out.toString();
    }

    /** Of text in any script. */
    static String foldAny(CharSequence name) {
        String plain = NormalForm.NFD.of(UCharacter.foldCase(NormalForm.NFKC.of(name), true));
        StringBuilder out = new StringBuilder(plain.length());
        boolean accentsFall = false;
        boolean pending = false;
        for (int i = 0; i < plain.length(); ) {
            int codePoint = plain.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isMark(codePoint)) {
                if (!accentsFall && !out.isEmpty()) {
                    out.appendCodePoint(codePoint);
                }
            } else if (UCharacter.isLetterOrDigit(codePoint)) {
                if (pending && !out.isEmpty()) {
                    out.append(' ');
                }
                pending = false;
                accentsFall = losesAccents(codePoint);
                append(out, codePoint);
            } else {
                pending |= !isSilent(codePoint);
            }
        }
        return NormalForm.NFC.of(out);
    }

    private static boolean losesAccents(int letter) {
        int script = UScript.getScript(letter);
        return script == UScript.LATIN || script == UScript.GREEK;
    }

    private static void append(StringBuilder out, int letter) {
        int barred = letter > 0xffff ? -1 : BARRED.indexOf((char) letter);
        if (barred >= 0) {
            out.append(PLAIN[barred]);
        } else {
            out.appendCodePoint(letter);
        }
    }

    /** Whether the code point is a combining mark (general category M). */
    public static boolean isMark(int codePoint) {
        int type = UCharacter.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** Apostrophes and format characters: they part no words. */
    private static boolean isSilent(int codePoint) {
        return codePoint == '\''
                || codePoint == 0x2019
                || codePoint == 0x2018
                || codePoint == 0x02bc
                || codePoint == '`'
                || codePoint == 0x00b4
                || UCharacter.getType(codePoint) == Character.FORMAT;
    }
}
