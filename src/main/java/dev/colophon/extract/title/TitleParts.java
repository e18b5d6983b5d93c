package dev.colophon.extract.title;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.List;

/**
 * A title split where publishers part it from the names of section and site: {@code Rain in Dhaka - News | The Daily}.
 *
 * @param title the whole, white space collapsed
 * @param parts its parts in order, never none; one where nothing parts it
 */
record TitleParts(String title, List<Part> parts) {
    /** Marks that part a title wherever they stand. */
    private static final String ALWAYS = "|｜￨│┃¦︱";
    /** Marks that also stand inside words, quotes and sums: they part a title between spaces, or beside ideographs. */
    private static final String SPACED = "-‐‑–—―−－_＿~～∼«»‹›<>/／·・•∙⋅◦●:：@";
    /** The same in scripts that set no space around them. */
    private static final String TIGHT = "-–—－_＿·";

    private static final char KOREAN_BAR = 'ㅣ';

    /**
     * A part of a title.
     *
     * @param start where it begins in the title
     * @param end where it ends
     * @param text its words
     * @param mark what stands before it; empty before the first
     */
    record Part(int start, int end, String text, String mark) {}

    static TitleParts of(String title) {
        String whole = Spaces.collapse(title);
        List<Part> parts = new ArrayList<>();
        int start = 0;
        String mark = "";
        for (int i = 0; i < whole.length(); ) {
            int end = markEnd(whole, i);
            if (end > i) {
                add(parts, whole, start, i, mark);
                mark = whole.substring(i, end).strip();
                start = end;
            }
            i = Math.max(end, i + 1);
        }
        add(parts, whole, start, whole.length(), mark);
        if (parts.isEmpty()) {
            parts.add(new Part(0, whole.length(), whole, ""));
        }
        return new TitleParts(whole, List.copyOf(parts));
    }

    private static void add(List<Part> parts, String whole, int start, int end, String mark) {
        String text = whole.substring(start, end).strip();
        if (!text.isEmpty()) {
            int from = whole.indexOf(text, start);
            parts.add(new Part(from, from + text.length(), text, parts.isEmpty() ? "" : mark));
        }
    }

    /** Where the mark that begins there ends; the place itself where none begins. */
    private static int markEnd(String title, int at) {
        int end = at;
        boolean always = false;
        while (end < title.length() && isMark(title.charAt(end))) {
            always |= ALWAYS.indexOf(title.charAt(end)) >= 0;
            end++;
        }
        if (end == at) {
            return at;
        }
        boolean before = at == 0 || title.charAt(at - 1) == ' ';
        boolean after = end == title.length() || title.charAt(end) == ' ';
        boolean parts = always || (before && after) || isTight(title, at, end);
        return parts ? end : at;
    }

    private static boolean isMark(char unit) {
        return ALWAYS.indexOf(unit) >= 0 || SPACED.indexOf(unit) >= 0 || unit == KOREAN_BAR;
    }

    /** Whether the mark stands between words of a script without spaces. */
    private static boolean isTight(String title, int at, int end) {
        if (at == 0 || end == title.length()) {
            return false;
        }
        boolean doubled = end - at > 1 && isDash(title.charAt(at));
        boolean mark = title.charAt(at) == KOREAN_BAR || TIGHT.indexOf(title.charAt(at)) >= 0;
        return doubled || (mark && (isIdeograph(title.codePointBefore(at)) || isIdeograph(title.codePointAt(end))));
    }

    private static boolean isDash(char unit) {
        return "-–—－_".indexOf(unit) >= 0;
    }

    private static boolean isIdeograph(int codePoint) {
        return switch (UScript.getScript(codePoint)) {
            case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.HANGUL -> true;
            default ->
                UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH) == UCharacter.EastAsianWidth.WIDE;
        };
    }

    int size() {
        return parts.size();
    }

    /** Parts {@code from} to {@code end} as they stand in the title. */
    String join(int from, int end) {
        return title.substring(parts.get(from).start(), parts.get(end - 1).end());
    }
}
