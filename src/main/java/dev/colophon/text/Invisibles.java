package dev.colophon.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;

/**
 * Characters that nobody sees: zero-width spaces, soft hyphens, byte order marks, marks and overrides of direction, controls,
 * halves of characters.
 * Inside a name they would make two people of one.
 */
public final class Invisibles {
    /** Hebrew is the first script after which a joiner may change how a letter looks. */
    private static final int FIRST_JOINING = 0x590;

    private Invisibles() {}

    /** The text without them; joiners stay behind letters of scripts that join, as in {@code র‍্যাব} and {@code می‌شود}. */
    public static String drop(String text) {
        int first = next(text, 0);
        if (first == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        for (int at = first; at < text.length(); at = next(text, from)) {
            out.append(text, from, at);
            from = at + Character.charCount(text.codePointAt(at));
        }
        return out.append(text, from, text.length()).toString();
    }

    private static int next(String text, int from) {
        for (int at = from; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            if (isInvisible(codePoint) && !(isJoiner(codePoint) && joins(text, at))) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return text.length();
    }

    private static boolean joins(String text, int at) {
        return at > 0 && text.codePointBefore(at) >= FIRST_JOINING && !isInvisible(text.codePointBefore(at));
    }

    private static boolean isJoiner(int codePoint) {
        return codePoint == 0x200C || codePoint == 0x200D;
    }

    private static boolean isInvisible(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x7F) {
            return false;
        }
        int type = UCharacter.getType(codePoint);
        return type == UCharacterCategory.FORMAT
                || type == UCharacterCategory.SURROGATE
                || (type == UCharacterCategory.CONTROL && !Spaces.isSpace(codePoint));
    }
}
