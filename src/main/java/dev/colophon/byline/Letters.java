package dev.colophon.byline;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import dev.colophon.text.NameFolding;

/** Questions about the letters of a word. */
final class Letters {
    /** No script below is written without spaces, nor East Asian. */
    private static final int FIRST_UNSPACED = 0xe00;

    private Letters() {}

    /** Whether the code point can be part of a word: letters, digits, marks and joiners. */
    static boolean inWord(int codePoint) {
        if (codePoint < 0x80) {
            return isAsciiSmall(codePoint | 0x20) || (codePoint >= '0' && codePoint <= '9') || codePoint == '_';
        }
        return UCharacter.isLetterOrDigit(codePoint)
                || NameFolding.isMark(codePoint)
                || codePoint == 0x200c
                || codePoint == 0x200d;
    }

    private static boolean isLetter(int codePoint) {
        return codePoint < 0x80 ? isAsciiSmall(codePoint | 0x20) : UCharacter.isLetter(codePoint);
    }

    private static boolean isAsciiSmall(int codePoint) {
        return codePoint >= 'a' && codePoint <= 'z';
    }

    /** Whether the word's first letter belongs to a script that has capital letters. */
    static boolean isCased(String word) {
        for (int i = 0; i < word.length(); ) {
            int codePoint = word.codePointAt(i);
            if (isLetter(codePoint)) {
                return hasCapitals(codePoint);
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }

    /** Georgian has capitals in Unicode, but none begins a name. */
    private static boolean hasCapitals(int letter) {
        if (letter < 0x80) {
            return true;
        }
        return UCharacter.toLowerCase(letter) != UCharacter.toUpperCase(letter)
                && UScript.getScript(letter) != UScript.GEORGIAN;
    }

    /** Whether the word's first letter is a small one. */
    static boolean startsSmall(String word) {
        for (int i = 0; i < word.length(); ) {
            int codePoint = word.codePointAt(i);
            if (isLetter(codePoint)) {
                return UCharacter.isLowerCase(codePoint) && hasCapitals(codePoint);
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }

    /** Whether a capital stands at the start, or after an elided article as in {@code d’Angelo}. */
    static boolean startsCapital(String word) {
        if (!startsSmall(word)) {
            return isCased(word);
        }
        int apostrophe = Math.max(word.indexOf('\''), word.indexOf('\u2019'));
        int hyphen = word.indexOf('-');
        int inner = Math.max(apostrophe, hyphen);
        return inner > 0 && inner <= 3 && inner + 1 < word.length() && !startsSmall(word.substring(inner + 1));
    }

    /** How many capital letters the word has. */
    static int capitals(String word) {
        return (int) word.codePoints().filter(UCharacter::isUpperCase).count();
    }

    /** How many letters the word has. */
    static int count(String word) {
        return (int) word.codePoints().filter(UCharacter::isLetter).count();
    }

    /** Whether every letter is a capital, and there is one. */
    static boolean allCapitals(String word) {
        int capitals = capitals(word);
        return capitals > 0 && capitals == count(word);
    }

    /** In capitals, and no initial. */
    static boolean isShouted(String word) {
        return allCapitals(word) && count(word) > 1;
    }

    /** Whether the code point belongs to a script that is written without spaces, or to Hangul. */
    static boolean isUnspaced(int codePoint) {
        return codePoint >= FIRST_UNSPACED && (isEastAsian(codePoint) || isThaiLike(codePoint));
    }

    /** Han, Kana or Hangul. */
    static boolean isEastAsian(int codePoint) {
        int script = UScript.getScript(codePoint);
        return script == UScript.HAN
                || script == UScript.HIRAGANA
                || script == UScript.KATAKANA
                || script == UScript.HANGUL;
    }

    /** The unspaced scripts of South-East Asia. */
    static boolean isThaiLike(int codePoint) {
        int script = UScript.getScript(codePoint);
        return script == UScript.THAI || script == UScript.LAO || script == UScript.KHMER || script == UScript.MYANMAR;
    }

    /** Whether the word is of Han characters alone. */
    static boolean isHan(String word) {
        return !word.isEmpty() && word.codePoints().allMatch(point -> UScript.getScript(point) == UScript.HAN);
    }

    /** Whether the word is of Hangul alone. */
    static boolean isHangul(String word) {
        return !word.isEmpty() && word.codePoints().allMatch(point -> UScript.getScript(point) == UScript.HANGUL);
    }

    /** {@code World's}. */
    static boolean isPossessive(String word) {
        return word.endsWith("'s") || word.endsWith("\u2019s") || word.endsWith("'S") || word.endsWith("\u2019S");
    }
}
