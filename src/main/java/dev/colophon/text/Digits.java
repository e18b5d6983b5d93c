package dev.colophon.text;

import com.ibm.icu.lang.UCharacter;

/** Decimal digits of all scripts. */
public final class Digits {
    private Digits() {}

    /** The value, 0 to 9, of a decimal digit of any script; -1 for anything else. */
    public static int value(int codePoint) {
        return codePoint < 0x80
                ? (codePoint >= '0' && codePoint <= '9' ? codePoint - '0' : -1)
                : UCharacter.digit(codePoint, 10);
    }

    /** Whether the text holds a decimal digit of any script. */
    public static boolean occurIn(CharSequence text) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = Character.codePointAt(text, i);
            if (value(codePoint) >= 0) {
                return true;
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }
}
