package dev.colophon.extract.page;

import dev.colophon.text.NameFolding;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what stands below headings such as {@code You may also like}: teasers of other articles, whatever their markup is
 * called. Headings come from {@code other-articles.txt}.
 */
public final class OtherArticles {
    private static final int LONGEST = 60;

    /** Weight from which a paragraph among teasers is one of the article that goes on. */
    private static final int PARAGRAPH = 80;

    /** Of words that head a part without being marked as its heading. */
    private static final int LEVEL_OF_LABEL = 2;

    private static final int NO_HEADING = 7;

    private static final Set<String> HEADINGS = new HashSet<>();

    static {
        for (String line : Resources.lines("other-articles.txt")) {
            HEADINGS.add(NameFolding.fold(line));
        }
    }

    private final PageOutline page;
    private final @Nullable Area main;
    private final @Nullable PageBlock headline;
    private final BitSet found = new BitSet();

    private OtherArticles(PageOutline page, @Nullable Area main, @Nullable PageBlock headline) {
        this.page = page;
        this.main = main;
        this.headline = headline;
    }

    /**
     * The blocks that are of other articles, by index.
     *
     * @param main the area with the main text; null where none is known
     * @param headline the block that shows the title; null where none does
     */
    public static BitSet in(PageOutline page, @Nullable Area main, @Nullable PageBlock headline) {
        OtherArticles articles = new OtherArticles(page, main, headline);
        for (PageBlock block : page.blocks()) {
            boolean title = headline != null && block.index() == headline.index();
            if (!title
                    && block.text().length() <= LONGEST
                    && HEADINGS.contains(NameFolding.fold(block.text()))
                    && !isLink(block)) {
                articles.markBelow(block);
            }
        }
        return articles.found;
    }

    /** A link to more of this article, as no heading is one. */
    private static boolean isLink(PageBlock block) {
        return block.headingArea() == null && block.linkDensity() > 0;
    }

    private void markBelow(PageBlock heading) {
        Area around = heading.area();
        while (around != null && around.first() == heading.index() && around.end() == heading.index() + 1) {
            if (around.tag().equals("li")) {
                return; // of a menu or of tabs
            }
            around = around.parent();
        }
        if (around != null) {
            markBelow(heading, around);
        }
    }

    /** Marks what follows a heading up to the next one like it; beside an article's paragraphs up to where they go on. */
    private void markBelow(PageBlock heading, Area around) {
        int level = heading.headingLevel() == 0 ? LEVEL_OF_LABEL : heading.headingLevel();
        boolean beside = holdsArticle(around);
        for (int i = heading.index() + 1; i < around.end(); i++) {
            PageBlock block = page.blocks().get(i);
            int own = block.headingLevel() == 0 ? NO_HEADING : block.headingLevel();
            boolean paragraph = beside && block.area().tag().equals("p") && block.area().parent() == around;
            if (own <= level || isHeadline(block) || (paragraph && block.weight() >= PARAGRAPH)) {
                return;
            }
            found.set(i, !paragraph);
        }
    }

    private boolean isHeadline(PageBlock block) {
        return headline != null && block.index() == headline.index();
    }

    private boolean holdsArticle(Area area) {
        return (main != null && main.within(area)) || (headline != null && area.holds(headline));
    }
}
