package dev.colophon.extract.metadata;

import dev.colophon.text.Spaces;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page's summary as people read it, whatever its system has left in it. */
final class Descriptions {
    /** How often markup may be escaped: in a template, in the markup, in what an editor pasted. */
    private static final int MOST_ROUNDS = 3;

    /** No tag of WordPress has more. */
    private static final int LONGEST_TAG = 2_000;

    private Descriptions() {}

    /** The first of the stated summaries that says something; null where none does. */
    static @Nullable String of(List<String> stated) {
        for (String each : stated) {
            String text = readable(each);
            if (text.codePoints().anyMatch(Character::isLetter) && !Topics.isNoValue(text)) {
                return text;
            }
        }
        return null;
    }

    /** Without character references, tags and {@linkplain #isShortcode shortcodes}. */
    private static String readable(String stated) {
        String text = stated;
        String before = "";
        for (int i = 0; i < MOST_ROUNDS && !text.equals(before); i++) {
            before = text;
            text = PageText.plain(text);
        }
        return Spaces.collapse(text.indexOf('[') < 0 ? text : withoutShortcodes(text));
    }

    private static String withoutShortcodes(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        for (int open = text.indexOf('['); open >= 0; open = text.indexOf('[', Math.max(open + 1, from))) {
            int close = close(text, open);
            if (close >= 0 && isShortcode(text.substring(open + 1, close), close == text.length())) {
                out.append(text, from, open).append(' ');
                from = Math.min(text.length(), close + 1);
            }
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Where a tag ends, the end of the text perhaps; -1 where that is too far off. */
    private static int close(String text, int open) {
        int most = Math.min(text.length(), open + LONGEST_TAG);
        int close = open;
        while (close < most && text.charAt(close) != ']') {
            close++;
        }
        return close < most || close == text.length() ? close : -1;
    }

    /**
     * Whether it is a tag of WordPress's <a href="https://codex.wordpress.org/Shortcode_API">shortcodes</a>, by what words in
     * brackets do not have: an attribute, a slash in front, a name of parts. {@code vc_row}, {@code phone loc=1},
     * {@code /caption}.
     *
     * @param cut whether the text ends within it
     */
    private static boolean isShortcode(String tag, boolean cut) {
        boolean closing = tag.startsWith("/");
        int start = closing ? 1 : 0;
        int end = start;
        boolean parts = false;
        while (end < tag.length() && isOfName(tag.charAt(end))) {
            parts |= tag.charAt(end) == '_';
            end++;
        }
        boolean named = end > start && Character.isLetter(tag.charAt(start));
        boolean alone = end == tag.length();
        boolean attribute = !alone && tag.charAt(end) == ' ' && tag.indexOf('=', end) > 0;
        return named && (attribute || (alone && !cut && (closing || parts)));
    }

    private static boolean isOfName(char unit) {
        return (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9') || unit == '_' || unit == '-';
    }
}
