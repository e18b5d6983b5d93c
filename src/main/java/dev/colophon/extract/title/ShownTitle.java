package dev.colophon.extract.title;

import dev.colophon.extract.page.TextMatch;
import dev.colophon.text.NormalForm;
import dev.colophon.text.Spaces;
import java.util.Collection;
import org.jsoup.nodes.Element;

/** A heading's words without what else it holds: a summary, a date, a permanent link's mark, the site's name. */
public final class ShownTitle {
    private ShownTitle() {}

    /**
     * The title that a heading shows.
     *
     * @param heading the element
     * @param text its words as they are shown
     * @param stated what the page calls itself, without the site's name
     * @param site what its site is called
     */
    public static String of(Element heading, String text, Collection<String> stated, SiteNames site) {
        String shown = SystemWords.behind(withoutMarks(Spaces.collapse(text)));
        for (String title : stated) {
            String folded = TextMatch.fold(title);
            if (folded.equals(TextMatch.fold(shown))) {
                return withoutSite(shown, site);
            }
        }
        for (String title : stated) {
            if (isUnmarked(shown, title)) {
                return title;
            }
        }
        HeadingCuts cuts = HeadingCuts.of(heading);
        for (String title : stated) {
            String part = cuts.part(TextMatch.fold(title));
            if (!part.isEmpty()) {
                return NormalForm.NFC.of(part);
            }
        }
        return TitleText.withoutTail(TitleParts.of(shown), site);
    }

    /**
     * Whether the heading has the title's letters and lacks marks between them, which its styles draw:
     * {@code GtkWidget.show}.
     */
    private static boolean isUnmarked(String shown, String title) {
        String letters = letters(shown);
        return letters.length() > 1 && letters.equals(letters(title)) && marks(shown) < marks(title);
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static long marks(String text) {
        return text.codePoints()
                .filter(codePoint -> !Character.isLetterOrDigit(codePoint) && codePoint != ' ')
                .count();
    }

    /** The title as it stands, quotes and dashes around it too, unless the site's name ends it. */
    private static String withoutSite(String shown, SiteNames site) {
        TitleParts parts = TitleParts.of(shown);
        String alone = TitleText.withoutTail(parts, site);
        return alone.length() < parts.join(0, parts.size()).length() ? alone : shown;
    }

    private static String withoutMarks(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '¶' || text.charAt(end - 1) == '#' || text.charAt(end - 1) == ' ')) {
            end--;
        }
        return end == 0 ? text : text.substring(0, end);
    }
}
