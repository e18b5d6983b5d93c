package dev.colophon.extract.title;

import dev.colophon.extract.page.TextMatch;
import dev.colophon.text.Spaces;
import dev.colophon.text.WordLists;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Tells what stands for a title where nobody gave one: {@code Untitled Document}, {@code article.php?id=4711}. */
final class Placeholders {
    private static final Set<String> WORDS = new HashSet<>();
    private static final Set<String> EXTENSIONS =
            Set.of("html", "htm", "xhtml", "shtml", "php", "asp", "aspx", "jsp", "cfm", "cgi", "pdf", "doc", "docx");

    static {
        WordLists.lines(Placeholders.class, "no-titles.txt").forEach(line -> WORDS.add(TextMatch.fold(line)));
    }

    private Placeholders() {}

    static boolean is(String title) {
        return WORDS.contains(TextMatch.fold(title)) || isFile(title);
    }

    /** Whether it is one word with the end of a file's name in it, or a query. */
    private static boolean isFile(String title) {
        int dot = title.indexOf('.');
        int query = title.indexOf('?');
        boolean word = title.chars().noneMatch(Spaces::isSpace) && title.chars().allMatch(unit -> unit < 0x80);
        return word
                && dot > 0
                && ((query > dot && title.indexOf('=', query) > 0)
                        || (query < 0 && isExtension(title.substring(title.lastIndexOf('.') + 1))));
    }

    private static boolean isExtension(String end) {
        return EXTENSIONS.contains(end.toLowerCase(Locale.ROOT));
    }
}
