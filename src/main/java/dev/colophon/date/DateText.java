package dev.colophon.date;

import com.ibm.icu.lang.UCharacter;
import dev.colophon.text.Digits;
import dev.colophon.text.NormalForm;

/**
 * The form in which texts and names are compared: compatibility-composed and case-folded (UAX #15, NFKC_Casefold),
 * digits of all scripts as ASCII, without accents, vowel points and nuktas, which pages set or leave out at will.
 */
final class DateText {
    /** Claims are read to here. Bylines are shorter, and no work is done on the rest of a long text. */
    static final int LONGEST = 1000;

    /** Whatever stands before it counts something. */
    private static final char PART_OF_AMOUNT = '%';

    /** Malayalam's letters without a vowel, and those that older pages join with a virama in their place. */
    private static final int FIRST_CHILLU = 0xd7a;

    private static final String CHILLU_LETTERS = "ണനരലള";
    private static final char VIRAMA = '്';

    private DateText() {}

    /** The part of a text that is read. */
    static String head(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** The folded form of the {@link #head} of a text. */
    static String fold(String text) {
        String head = head(text);
        return isAscii(head)
                ? lowerAscii(head)
                : HanNumbers.toDigits(
                        withoutAccents(HebrewNumbers.toDigits(NormalForm.NFKC_CASEFOLD.of(withoutSmall(head)))));
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

    /** Without what compatibility would make digits of a number: {@code 9½} is no 91, {@code 2020²} no 20202. */
    private static String withoutSmall(String text) {
        StringBuilder kept = null;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            char other = isFraction(unit) ? PART_OF_AMOUNT : isRaised(unit) ? ' ' : unit;
            if (other != unit) {
                kept = kept == null ? new StringBuilder(text) : kept;
                kept.setCharAt(i, other);
            }
        }
        return kept == null ? text : kept.toString();
    }

    private static boolean isFraction(char unit) {
        return (unit >= '\u00bc' && unit <= '\u00be') || (unit >= '\u2150' && unit <= '\u215f') || unit == '\u2189';
    }

    private static boolean isRaised(char unit) {
        return unit == '\u00b2' || unit == '\u00b3' || unit == '\u00b9' || (unit >= '\u2070' && unit <= '\u2089');
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
        String decomposed = NormalForm.NFD.of(text);
        for (int i = 0; i < decomposed.length(); ) {
            int codePoint = decomposed.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isChillu(codePoint)) {
                kept.append(CHILLU_LETTERS.charAt(codePoint - FIRST_CHILLU)).append(VIRAMA);
            } else if (!isAccent(codePoint)) {
                kept.appendCodePoint(plain(codePoint));
            }
        }
        return NormalForm.NFC.of(kept);
    }

    private static boolean isChillu(int codePoint) {
        return codePoint >= FIRST_CHILLU && codePoint < FIRST_CHILLU + CHILLU_LETTERS.length();
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
            case 'ګ' -> 'گ';
            case 'ہ', 'ھ' -> 'ه';
            case '‐', '‑', '‒', '–', '—', '―', '−' -> '-';
            case '’', '‘', 'ʼ', '`', '´', '′' -> '\'';
            case '׳' -> '\'';
            case '॰' -> '.';
            case '،', '⹁', '፣', '၊' -> ',';
            default -> codePoint < ' ' || UCharacter.isUWhiteSpace(codePoint) ? ' ' : codePoint;
        };
    }
}
