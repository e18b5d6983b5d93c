package dev.colophon.extract.page;

import dev.colophon.text.NameFolding;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a page that a heading announces, whatever their markup is called: {@code You may also like}, {@code 7 comments}.
 * The headings of each come from a resource. Thread-safe.
 */
public enum AnnouncedPart {
    /** Teasers of other articles. */
    OTHER_ARTICLES("other-articles.txt", false),
    /** Comments of readers. */
    COMMENTS("comment-headings.txt", true);

    private static final int LONGEST = 120;

    /** Of words that head a part without being marked as its heading. */
    private static final int LEVEL_OF_LABEL = 2;

    private static final int NO_HEADING = 7;

    /** Whether headings may say how many there are below, which does not count. */
    private final boolean counted;

    private final Set<String> whole = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();

    AnnouncedPart(String resource, boolean counted) {
        this.counted = counted;
        for (String line : Resources.lines(resource)) {
            boolean begins = line.endsWith("*");
            String words = fold(begins ? line.substring(0, line.length() - 1) : line);
            (begins ? beginnings : whole).add(words);
        }
    }

    private String fold(String line) {
        if (!counted) {
            return NameFolding.fold(line);
        }
        StringBuilder letters = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char unit = line.charAt(i);
            if (!Character.isDigit(unit)) {
                letters.append(unit);
            }
        }
        return NameFolding.fold(letters);
    }

    /**
     * The blocks below such headings, and those headings themselves, by index.
     *
     * @param main the area with the main text; null where none is known
     * @param headline the block that shows the title; null where none does
     */
    public BitSet in(PageOutline page, @Nullable Area main, @Nullable PageBlock headline) {
        Article article = new Article(main, headline);
        BitSet found = new BitSet();
        for (PageBlock block : page.blocks()) {
            if (!found.get(block.index()) && !article.isHeadline(block) && isHeading(block)) {
                markBelow(page, block, article, found);
            }
        }
        return found;
    }

    /** What is known of the article: neither its headline nor all of its text are another part. */
    private record Article(@Nullable Area main, @Nullable PageBlock headline) {
        boolean isHeadline(PageBlock block) {
            return headline != null && block.index() == headline.index();
        }

        boolean isIn(Area area) {
            return (main != null && main.within(area)) || (headline != null && area.holds(headline));
        }
    }

    /** Whether the block is such a heading, and no link to more of this article. */
    private boolean isHeading(PageBlock block) {
        String text = block.text();
        if (text.length() > LONGEST || (block.headingArea() == null && block.linkWeight() > 0)) {
            return false;
        }
        String folded = fold(text);
        return whole.contains(folded) || beginsAsOne(folded);
    }

    private boolean beginsAsOne(String folded) {
        int words = 0;
        for (int i = folded.indexOf(' '); i > 0 && words < 3 && !beginnings.isEmpty(); i = folded.indexOf(' ', i + 1)) {
            if (beginnings.contains(folded.substring(0, i))) {
                return true;
            }
            words++;
        }
        return false;
    }

    private static void markBelow(PageOutline page, PageBlock heading, Article article, BitSet found) {
        Area around = heading.area();
        while (around != null && around.first() == heading.index() && around.end() == heading.index() + 1) {
            if (around.tag().equals("li")) {
                return; // of a menu or of tabs
            }
            around = around.parent();
        }
        if (around != null) {
            markBelow(page, heading, around, article, found);
        }
    }

    /** Marks what follows a heading up to the next one like it; beside an article's paragraphs up to where they go on. */
    private static void markBelow(PageOutline page, PageBlock heading, Area around, Article article, BitSet found) {
        int level = heading.headingLevel() == 0 ? LEVEL_OF_LABEL : heading.headingLevel();
        boolean beside = article.isIn(around);
        for (int i = heading.index() + 1; i < around.end(); i++) {
            PageBlock block = page.blocks().get(i);
            boolean paragraph =
                    beside && block.area().tag().equals("p") && block.area().parent() == around;
            if (levelIn(around, block) <= level || article.isHeadline(block) || (paragraph && block.prose())) {
                return;
            }
            found.set(i, !paragraph);
            found.set(heading.index());
        }
    }

    /** The level of a heading that stands in an area directly; 7 for all else, headings of teasers too. */
    private static int levelIn(Area around, PageBlock block) {
        Area heading = block.headingArea();
        boolean direct = heading != null && heading.parent() == around && block.headingLevel() > 0;
        return direct ? block.headingLevel() : NO_HEADING;
    }
}
