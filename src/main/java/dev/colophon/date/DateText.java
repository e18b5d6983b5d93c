package dev.colophon.date;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import dev.colophon.text.Digits;

/**
 * The form in which texts and names are compared: compatibility-composed and case-folded (UAX #15, NFKC_Casefold),
 * digits of all scripts as ASCII, without accents, vowel points and nuktas, which pages set or leave out at will.
 */
final class DateText {
    /** Claims are read to here. Bylines are shorter, and no work is done on the rest of a long text. */
    static final int LONGEST = 1000;

    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();
    private static final Normalizer2 COMPOSE = Normalizer2.getNFCInstance();

    private DateText() {}

    /** The folded form of the first {@link #LONGEST} characters. */
    static String fold(String text) {
        String head = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        return isAscii(head)
                ? lowerAscii(head)
                : HanNumbers.toDigits(withoutAccents(HebrewNumbers.toDigits(CASEFOLD.normalize(head))));
    }

    /** A folded name without spaces and punctuation: {@code мая}, {@code pm} for {@code p. m.} */
    static String key(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        fold(text).codePoints().filter(DateText::isWordPart).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** Whether a code point can be part of a word: letters and the marks that belong to them. */
    static boolean isWordPart(int codePoint) {
        if (codePoint < 0x80) {
            return (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= 'A' && codePoint <= 'Z');
        }
        int type = UCharacter.getType(codePoint);
        return UCharacter.isLetter(codePoint)
                || type == UCharacter.NON_SPACING_MARK
                || type == UCharacter.COMBINING_SPACING_MARK;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String lowerAscii(String text) {
        StringBuilder lower = new StringBuilder(text);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                lower.setCharAt(i, (char) (c + ('a' - 'A')));
            } else if (c < ' ') {
                lower.setCharAt(i, ' ');
            }
        }
        return lower.toString();
    }

    private static String withoutAccents(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        String decomposed = DECOMPOSE.normalize(text);
        for (int i = 0; i < decomposed.length(); ) {
            int codePoint = decomposed.codePointAt(i);
            i += Character.charCount(codePoint);
            if (!isAccent(codePoint)) {
                kept.appendCodePoint(plain(codePoint));
            }
        }
        return COMPOSE.normalize(kept);
    }

    /** By canonical combining class: nuktas, Hebrew and Arabic points, and marks around letters; not viramas or vowels. */
    private static boolean isAccent(int codePoint) {
        int combining = UCharacter.getCombiningClass(codePoint);
        return combining == 7 || (combining >= 10 && combining <= 36) || combining >= 200;
    }

    private static int plain(int codePoint) {
        int digit = Digits.value(codePoint);
        if (digit >= 0) {
            return '0' + digit;
        }
        return switch (codePoint) {
            case 'ı' -> 'i';
            case 'ٱ' -> 'ا';
            case 'ی', 'ى' -> 'ي';
            case 'ک' -> 'ك';
            case 'ہ', 'ھ' -> 'ه';
            case '‐', '‑', '‒', '–', '—', '―', '−' -> '-';
            case '’', '‘', 'ʼ', '`', '´', '′' -> '\'';
            case '׳' -> '\'';
            case '॰' -> '.';
            case '،', '⹁' -> ',';
            default -> codePoint < ' ' || UCharacter.isUWhiteSpace(codePoint) ? ' ' : codePoint;
        };
    }
}
