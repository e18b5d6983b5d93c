package dev.colophon.extract;

import com.ibm.icu.lang.UCharacter;
import dev.colophon.text.WordLists;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells titles from what programs write in their place: {@code Microsoft Word - draft3.doc}, {@code Untitled}. */
final class FileTitles {
    private static final List<String> JUNK = WordLists.lines(FileTitles.class, "junk-titles.txt");
    private static final List<String> RUBRICS = WordLists.lines(FileTitles.class, "rubrics.txt");
    private static final int LONGEST_EXTENSION = 5;

    private FileTitles() {}

    /** The title without a program's words; null where nothing is left of it. */
    static @Nullable String clean(String title, String fileName) {
        String rest = title;
        for (String prefix : JUNK) {
            if (prefix.endsWith("*") && startsWith(rest, prefix.substring(0, prefix.length() - 1))) {
                rest = rest.substring(prefix.length() - 1).strip();
            }
        }
        String folded = UCharacter.foldCase(rest, true);
        boolean junk = rest.isEmpty() || JUNK.contains(folded) || isNumbered(folded) || isFileName(rest, fileName);
        return junk ? null : rest;
    }

    private static boolean startsWith(String title, String prefix) {
        return title.length() >= prefix.length()
                && UCharacter.foldCase(title.substring(0, prefix.length()), true)
                        .equals(prefix);
    }

    /** {@code Document1}, {@code Slide 1}: a junk title with a number after it. */
    private static boolean isNumbered(String folded) {
        int end = folded.length();
        while (end > 0 && (UCharacter.isDigit(folded.charAt(end - 1)) || folded.charAt(end - 1) == ' ')) {
            end--;
        }
        return JUNK.contains(folded.substring(0, end));
    }

    private static boolean isFileName(String title, String fileName) {
        int dot = title.lastIndexOf('.');
        String extension = dot < 0 ? "" : title.substring(dot + 1);
        boolean named = !extension.isEmpty()
                && extension.length() <= LONGEST_EXTENSION
                && extension.chars().allMatch(unit -> unit < 0x80 && Character.isLetterOrDigit(unit))
                && title.indexOf(' ') < 0;
        int end = fileName.lastIndexOf('.');
        String stem = end > 0 ? fileName.substring(0, end) : fileName;
        return named || title.equals(fileName) || (title.equals(stem) && title.indexOf(' ') < 0);
    }

    /** Whether a line says what kind of text follows and is no headline itself: {@code Press release}. */
    static boolean isRubric(String line) {
        String folded = UCharacter.foldCase(line, true);
        int end = folded.length();
        while (end > 0 && !UCharacter.isLetterOrDigit(folded.charAt(end - 1))) {
            end--;
        }
        return RUBRICS.contains(folded.substring(0, end));
    }
}
