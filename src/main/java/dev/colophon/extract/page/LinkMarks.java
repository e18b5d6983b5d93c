package dev.colophon.extract.page;

import dev.colophon.text.WordLists;
import java.util.List;

/** The marks by which headings and signatures link to themselves or to their source: {@code Options ¶}, {@code close()[source]}. */
public final class LinkMarks {
    private static final List<String> MARKS = WordLists.lines(LinkMarks.class, "link-marks.txt");

    private LinkMarks() {}

    /** A block's text without the marks that end it; empty where it is nothing else. */
    static String drop(PageBlock block, String text) {
        return block.area().closest("pre") == null ? drop(text) : text;
    }

    /** A line without the marks that end it and the spaces before them; empty where it is nothing else. */
    public static String drop(String text) {
        int end = text.length();
        for (int marked = -1; marked != end; ) {
            marked = end;
            for (String mark : MARKS) {
                end = text.startsWith(mark, end - mark.length()) ? endBefore(text, end - mark.length()) : end;
            }
        }
        return text.substring(0, end);
    }

    private static int endBefore(String text, int mark) {
        int end = mark;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
