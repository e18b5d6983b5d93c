package dev.colophon.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;

/**
 * Characters that nobody sees: zero-width spaces, soft hyphens, byte order marks, marks and overrides of direction, controls,
 * halves of characters. Inside a name they would make two people of one. Signs that Unicode counts among them and that are
 * seen stay: the Arabic end of a verse, the letters of a flag.
 */
public final class Invisibles {
    /** Hebrew is the first script after which a joiner may change how a letter looks. */
    private static final int FIRST_JOINING = 0x590;

    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;
    /** Letters of the longest code of a country's part, and the end. */
    private static final int MOST_TAGS = 8;

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
            boolean seen = (isJoiner(codePoint) && joins(text, at)) || (isTag(codePoint) && isOfFlag(text, at));
            if (isInvisible(codePoint) && !seen) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return text.length();
    }

    private static boolean joins(String text, int at) {
        return at > 0 && text.codePointBefore(at) >= FIRST_JOINING && !isInvisible(text.codePointBefore(at));
    }

    private static boolean isTag(int codePoint) {
        return codePoint >= FIRST_TAG && codePoint <= LAST_TAG;
    }

    /** Whether the tag stands behind a black flag, as in Scotland's; others hide words. */
    private static boolean isOfFlag(String text, int tag) {
        int before = tag;
        for (int i = 0; i < MOST_TAGS && before > 0; i++) {
            int codePoint = text.codePointBefore(before);
            if (codePoint == BLACK_FLAG) {
                return true;
            }
            if (!isTag(codePoint)) {
                return false;
            }
            before -= Character.charCount(codePoint);
        }
        return false;
    }

    private static boolean isJoiner(int codePoint) {
        return codePoint == 0x200C || codePoint == 0x200D;
    }

    private static boolean isInvisible(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x7F) {
            return false;
        }
        int type = UCharacter.getType(codePoint);
        return (type == UCharacterCategory.FORMAT
                        && !UCharacter.hasBinaryProperty(codePoint, UProperty.PREPENDED_CONCATENATION_MARK))
                || type == UCharacterCategory.SURROGATE
                || (type == UCharacterCategory.CONTROL && !Spaces.isSpace(codePoint));
    }
}
