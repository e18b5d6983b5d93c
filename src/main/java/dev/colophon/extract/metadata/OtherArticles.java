package dev.colophon.extract.metadata;

import dev.colophon.extract.metadata.PageFlow.Line;
import dev.colophon.text.NameFolding;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds what stands below headings such as {@code You may also like}: teasers of other articles, whatever their markup is
 * called. Headings come from a resource.
 */
final class OtherArticles {
    private static final int LONGEST = 60;

    /** Length from which a paragraph among teasers is one of the article that goes on. */
    private static final int PARAGRAPH = 80;

    private static final int NO_HEADING = 7;

    /** Of words that head a part without being marked as its heading. */
    private static final int LEVEL_OF_LABEL = 2;

    private static final Set<String> HEADINGS = new HashSet<>();

    static {
        for (String line : dev.colophon.text.NameFolding.class == null ? java.util.List.<String>of() : java.util.List.<String>of()) {
            HEADINGS.add(NameFolding.fold(line));
        }
    }

    private final PageFlow flow;
    private final int main;
    private final int headline;
    private final BitSet found = new BitSet();

    private OtherArticles(PageFlow flow, int main, int headline) {
        this.flow = flow;
        this.main = main;
        this.headline = headline;
    }

    /**
     * The outermost elements that hold nothing but teasers.
     *
     * @param main index of the element with the main text; -1 where none was found
     * @param headline index of the element that shows the title; -1 where none was found
     */
    static BitSet below(PageFlow flow, int main, int headline) {
        OtherArticles articles = new OtherArticles(flow, main, headline);
        for (Line line : flow.lines()) {
            if (line.length() <= LONGEST && HEADINGS.contains(NameFolding.fold(line.text()))) {
                articles.markBelow(line);
            }
        }
        return articles.found;
    }

    private void markBelow(Line line) {
        int element = line.element();
        if ((headline >= 0 && flow.holds(headline, element)) || isLink(element)) {
            return;
        }
        int level = NO_HEADING;
        int heading = element;
        int around = element;
        while (around >= 0 && flow.end(around) == line.end()) {
            if (flow.element(around).nameIs("li")) {
                return; // of a menu or of tabs
            }
            level = Math.min(level, level(around));
            heading = around;
            around = flow.parent(around);
        }
        if (around >= 0) {
            markBelow(heading, level == NO_HEADING ? LEVEL_OF_LABEL : level, around);
        }
    }

    /** A link to more of this article, as no heading is one. */
    private boolean isLink(int element) {
        boolean link = false;
        for (int up = element; up >= 0; up = flow.parent(up)) {
            if (level(up) < NO_HEADING) {
                return false;
            }
            link |= flow.element(up).nameIs("a") || flow.element(up).nameIs("button");
        }
        return link;
    }

    /** Whether the article or its headline lies in an element. */
    private boolean holdsArticle(int element) {
        return (main >= 0 && flow.holds(element, main)) || (headline >= 0 && flow.holds(element, headline));
    }

    /** Marks what follows a heading up to the next one like it; beside an article's paragraphs up to where they go on. */
    private void markBelow(int heading, int level, int parent) {
        boolean beside = holdsArticle(parent);
        int next = flow.last(heading) + 1;
        while (next <= flow.last(parent)) {
            boolean paragraph = beside && flow.element(next).nameIs("p");
            if (level(next) <= level || holdsArticle(next) || (paragraph && flow.length(next) >= PARAGRAPH)) {
                return;
            }
            if (!paragraph) {
                found.set(next);
            }
            next = flow.last(next) + 1;
        }
    }

    /** The level of a heading, 1 to 6; 7 where the element is none. */
    private int level(int element) {
        String name = flow.element(element).normalName();
        boolean heading = name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
        return heading ? name.charAt(1) - '0' : NO_HEADING;
    }
}
