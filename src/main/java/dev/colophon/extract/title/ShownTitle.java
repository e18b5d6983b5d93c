package dev.colophon.extract.title;

import dev.colophon.extract.page.TextMatch;
import dev.colophon.text.Spaces;
import java.util.Collection;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A heading's words without what else it holds: a summary, a date, a permanent link's mark, the site's name. */
public final class ShownTitle {
    /** Less of a heading than this is no title of its own. */
    private static final int SHORTEST = 12;

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
        String shown = withoutMarks(Spaces.collapse(text));
        for (String title : stated) {
            String folded = TextMatch.fold(title);
            if (folded.equals(TextMatch.fold(shown))) {
                return shown;
            }
        }
        for (String title : stated) {
            String part = new Beginning(TextMatch.fold(title)).of(heading);
            if (!part.isEmpty()) {
                return part;
            }
        }
        return TitleText.withoutTail(TitleParts.of(shown), site);
    }

    private static String withoutMarks(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '¶' || text.charAt(end - 1) == '#' || text.charAt(end - 1) == ' ')) {
            end--;
        }
        return end == 0 ? text : text.substring(0, end);
    }

    /** Finds words at the beginning of an element that end where another element begins. */
    private static final class Beginning {
        private final String wanted;
        private final StringBuilder read = new StringBuilder();
        private String found = "";

        Beginning(String wanted) {
            this.wanted = wanted;
        }

        String of(Element element) {
            if (wanted.length() >= SHORTEST) {
                read(element);
            }
            return found;
        }

        private void read(Node node) {
            for (Node child : node.childNodes()) {
                if (!found.isEmpty() || read.length() > 2 * wanted.length() + 200) {
                    return;
                }
                if (child instanceof TextNode words) {
                    read.append(words.getWholeText());
                } else if (child instanceof Element) {
                    check();
                    read(child);
                    read.append(' ');
                    check();
                }
            }
        }

        private void check() {
            String text = Spaces.collapse(read);
            if (found.isEmpty() && TextMatch.fold(text).equals(wanted)) {
                found = text;
            }
        }
    }
}
