package dev.colophon.text;

import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.UnicodeSet;

/** White space in the sense of Unicode's White_Space property, the no-break spaces included. */
public final class Spaces {
    /** By code point, up to the last white space that there is: asked for each character of each page. */
    private static final boolean[] SPACE = table();

    private Spaces() {}

    private static boolean[] table() {
        UnicodeSet spaces = new UnicodeSet().applyIntPropertyValue(UProperty.WHITE_SPACE, 1);
        boolean[] table = new boolean[spaces.getRangeEnd(spaces.getRangeCount() - 1) + 1];
        for (String space : spaces) {
            table[space.codePointAt(0)] = true;
        }
        return table;
    }

    /** Whether the code point is white space. */
    public static boolean isSpace(int codePoint) {
        return codePoint >= 0 && codePoint < SPACE.length && SPACE[codePoint];
    }

    /** Every run of white space as one space, none at the ends: {@code " a\n\u00a0b "} → {@code "a b"}. */
    public static String collapse(CharSequence text) {
        return collapse(text, 0, text.length());
    }

    /** {@link #collapse(CharSequence)} of a part of a text, which is not copied first. */
    public static String collapse(CharSequence text, int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        boolean pending = false;
        for (int i = start; i < end; i++) {
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
