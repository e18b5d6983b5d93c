package dev.colophon.text;

/**
 * White space in the sense of Unicode's White_Space property, the no-break spaces included: all separators, tabulator to
 * carriage return, and the next-line control.
 */
public final class Spaces {
    /** IDEOGRAPHIC SPACE. */
    private static final int LAST = 0x3000;

    private static final int NEXT_LINE = 0x85;

    /** By code point, up to the last white space that there is: asked for each character of each page. */
    private static final boolean[] SPACE = table();

    private Spaces() {}

    private static boolean[] table() {
        boolean[] table = new boolean[LAST + 1];
        for (int codePoint = 0; codePoint <= LAST; codePoint++) {
            table[codePoint] = Character.isSpaceChar(codePoint)
                    || codePoint >= '\t' && codePoint <= '\r'
                    || codePoint == NEXT_LINE;
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
        int from = start;
        while (from < end && isSpace(text.charAt(from))) {
            from++;
        }
        int to = end;
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return isCollapsed(text, from, to) ? text.subSequence(from, to).toString() : collapsed(text, from, to);
    }

    /** Whether all white space between is single spaces, as in most texts. */
    private static boolean isCollapsed(CharSequence text, int from, int to) {
        boolean space = false;
        for (int i = from; i < to; i++) {
            boolean before = space;
            char unit = text.charAt(i);
            space = isSpace(unit);
            if (space && (before || unit != ' ')) {
                return false;
            }
        }
        return true;
    }

    private static String collapsed(CharSequence text, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        boolean space = false;
        for (int i = from; i < to; i++) {
            char unit = text.charAt(i);
            boolean before = space;
            // No white space lies beyond the Basic Multilingual Plane.
            space = isSpace(unit);
            if (!space) {
                out.append(unit);
            } else if (!before) {
                out.append(' ');
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
