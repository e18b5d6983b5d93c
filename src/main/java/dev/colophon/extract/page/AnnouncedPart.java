package dev.colophon.extract.page;

import dev.colophon.text.NameFolding;
import dev.colophon.text.WordLists;
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
    private final LineStarts starts = new LineStarts();

    AnnouncedPart(String resource, boolean counted) {
        this.counted = counted;
        for (String line : WordLists.lines(AnnouncedPart.class, resource)) {
            boolean begins = line.endsWith("*");
            String words = fold(begins ? line.substring(0, line.length() - 1) : line);
            (begins ? beginnings : whole).add(words);
            starts.add(words);
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
     * @param headline the block that shows the title; null where none does
     */
    public BitSet in(PageOutline page, @Nullable PageBlock headline) {
        Article article = Article.of(page, headline);
        BitSet headings = new BitSet();
        for (PageBlock block : page.blocks()) {
            headings.set(block.index(), !article.isHeadline(block) && isHeading(block));
        }
        BitSet found = new BitSet();
        for (int i = headings.nextSetBit(0); i >= 0; i = headings.nextSetBit(i + 1)) {
            if (!found.get(i)) {
                markBelow(page, page.blocks().get(i), headings, article, found);
            }
        }
        return found;
    }

    /** Whether the block is such a heading to the last word, and says how many there are. */
    boolean counts(PageBlock block) {
        return counted && block.text().chars().anyMatch(Character::isDigit) && whole.contains(fold(block.text()));
    }

    /**
     * What is known of the article: it has a headline, perhaps, and text before the parts that follow it.
     *
     * @param headline the block that shows the title; null where none does
     * @param prose how many of the blocks before each are running text
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere, written to by nobody
    private record Article(@Nullable PageBlock headline, int[] prose) {
        static Article of(PageOutline page, @Nullable PageBlock headline) {
            return new Article(headline, Sums.of(page.blocks(), block -> block.isText() ? 1 : 0));
        }

        boolean isHeadline(PageBlock block) {
            return headline != null && block.index() == headline.index();
        }

        /** Whether it is in the area that a heading stands in: it may go on behind what the heading announces. */
        boolean isAround(PageBlock heading, Area area) {
            boolean titled = headline != null && area.holds(headline);
            return titled || prose[heading.index()] > prose[area.first()];
        }

        /** Whether the article begins behind a heading, which names its rubric then. */
        boolean beginsIn(Area area, PageBlock heading) {
            return headline != null && area.holds(headline) && heading.index() < headline.index();
        }
    }

    /** Whether the block is such a heading, and no link to more of this article. */
    private boolean isHeading(PageBlock block) {
        String text = block.text();
        if (text.length() > LONGEST
                || !starts.mayBegin(text)
                || (block.headingArea() == null && block.linkWeight() > 0)) {
            return false;
        }
        String folded = fold(text);
        return whole.contains(folded) || beginsAsOne(folded);
    }

    private boolean beginsAsOne(String folded) {
        for (int i = folded.indexOf(' '); i > 0 && !beginnings.isEmpty(); i = folded.indexOf(' ', i + 1)) {
            if (beginnings.contains(folded.substring(0, i))) {
                return true;
            }
        }
        return false;
    }

    private static void markBelow(PageOutline page, PageBlock heading, BitSet headings, Article article, BitSet found) {
        Area around = heading.area();
        while (around != null && holdsAlone(around, heading)) {
            if (around.tag().equals("li")) {
                return; // of a menu or of tabs
            }
            around = around.parent();
        }
        if (around == null || article.beginsIn(around, heading)) {
            return;
        }
        int end = end(page, heading, around, headings, article);
        if (end > heading.index() + 1) {
            found.set(heading.index(), end);
        }
    }

    /** Where the part ends: before the next heading of its level, or where the article's text goes on beside it. */
    private static int end(PageOutline page, PageBlock heading, Area around, BitSet headings, Article article) {
        int level = heading.headingLevel() == 0 ? LEVEL_OF_LABEL : heading.headingLevel();
        boolean beside = article.isAround(heading, around);
        for (int i = heading.index() + 1; i < around.end(); i++) {
            PageBlock block = page.blocks().get(i);
            boolean ends = headings.get(i) || article.isHeadline(block) || levelIn(around, block) <= level;
            if (ends || (beside && isTextFrom(page, around, block))) {
                return i;
            }
        }
        return around.end();
    }

    /** Whether a block begins a part of an area that is running text, without a link that reads like a title. */
    private static boolean isTextFrom(PageOutline page, Area around, PageBlock block) {
        Area part = block.area();
        while (part != around && part.parent() != null && part.parent() != around) {
            part = part.parent();
        }
        if (part == around) {
            return block.prose();
        }
        boolean prose = false;
        for (int i = part.first(); i < part.end() && block.index() == part.first(); i++) {
            PageBlock inside = page.blocks().get(i);
            if (inside.isLink()) {
                return false;
            }
            prose |= inside.isText();
        }
        return prose;
    }

    /** The level of a heading that alone makes up a part of an area; 7 for all else, headings of teasers too. */
    private static int levelIn(Area around, PageBlock block) {
        Area heading = block.headingLevel() == 0 ? null : block.headingArea();
        while (heading != null && heading.parent() != around) {
            heading = heading.parent() != null && holdsAlone(heading.parent(), block) ? heading.parent() : null;
        }
        return heading == null ? NO_HEADING : block.headingLevel();
    }

    private static boolean holdsAlone(Area area, PageBlock block) {
        return area.first() == block.index() && area.end() == block.index() + 1;
    }
}
