package dev.colophon.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** White space in the sense of Unicode's White_Space property, the no-break spaces included. */
public final class Spaces {
    private Spaces() {}

    /** Whether the code point is white space. */
    public static boolean isSpace(int codePoint) {
        return codePoint < 0x80
                ? codePoint == ' ' || (codePoint >= '\t' && codePoint <= '\r')
                : UCharacter.hasBinaryProperty(codePoint, UProperty.WHITE_SPACE);
    }

    /** Every run of white space as one space, none at the ends: {@code " a\n\u00a0b "} → {@code "a b"}. */
    public static String collapse(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            // No white space lies beyond the Basic Multilingual Plane.
            if (isSpace(unit)) {
                pending = !out.isEmpty();
            } else {
                if (pending) {
                    out.append(' ');
                    pending = false;
                }
                out.append(unit);
            }
        }
        return out.toString();
    }

    /** Whether there is nothing but white space. */
    public static boolean isBlank(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
