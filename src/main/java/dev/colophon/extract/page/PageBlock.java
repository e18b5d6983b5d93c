package dev.colophon.extract.page;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Text that stands between two block boundaries of a page, and what can be measured of it. Immutable. */
public final class PageBlock {
    private static final int LONGEST_HEADING = 200;
    private static final double LINK = 0.7;
    private static final double FEW_LINKS = 0.3;
    /** Most areas around a heading that may end before what it stands above. */
    private static final int MOST_WRAPPERS = 4;

    private static final Set<String> STRUCTURES = Set.of("li", "td", "th", "dd", "pre", "blockquote");

    private final int index;
    private final Area area;
    private final String text;
    private final TextMeasures measures;
    private final boolean sentence;
    private final boolean afterBreaks;
    private final int headingLevel;
    private final boolean prose;
    /** Null until somebody asks. */
    private @Nullable Boolean phrase;

    PageBlock(int index, Area area, String text, TextMeasures measures, boolean sentence, boolean afterBreaks) {
        this.index = index;
        this.area = area;
        this.text = text;
        this.measures = measures;
        this.sentence = sentence;
        this.afterBreaks = afterBreaks;
        this.headingLevel = heading();
        this.prose = linkDensity() < 0.5 && headingLevel == 0 && (weight() >= 80 || (weight() >= 30 && sentence));
    }

    private int heading() {
        Area heading = weight() > LONGEST_HEADING ? null : headingArea();
        return heading == null ? 0 : heading.headingLevel();
    }

    /** The heading element that holds the text, or one of the two around that; null where there is none. */
    public @Nullable Area headingArea() {
        for (Area at = area; at != null && at.depth() >= area.depth() - 2; at = at.parent()) {
            if (at.headingLevel() > 0) {
                return at;
            }
        }
        return null;
    }

    /** Position among the page's blocks. */
    public int index() {
        return index;
    }

    /** The element that holds the text directly. */
    public Area area() {
        return area;
    }

    /** White space collapsed, single line breaks kept; never empty. */
    public String text() {
        return text;
    }

    /** What can be counted of it. */
    public TextMeasures measures() {
        return measures;
    }

    /** Whether it ends as sentences do. */
    public boolean sentence() {
        return sentence;
    }

    /** Whether two line breaks, and no element's edge, part it from the block before. */
    public boolean afterBreaks() {
        return afterBreaks;
    }

    /** Letters and digits, an ideograph counting for several: comparable between scripts. */
    public int weight() {
        return measures.weight();
    }

    /** The part of the weight that is link text. */
    public int linkWeight() {
        return measures.linkWeight();
    }

    /** Commas of any script. */
    public int commas() {
        return measures.commas();
    }

    /** Whether it lies in an area that is not shown. */
    public boolean hidden() {
        return area.hidden();
    }

    /** Share of link text, 0 to 1. */
    public double linkDensity() {
        return weight() == 0 ? 0 : (double) linkWeight() / weight();
    }

    /** Whether it is a link and little else, as a title that leads to another page is. */
    boolean isLink() {
        return linkDensity() > LINK;
    }

    /** Whether it reads as running text with few links. */
    boolean isText() {
        return prose() && linkDensity() < FEW_LINKS;
    }

    /** 1 to 6 for a heading, 0 for anything else, paragraphs in a heading's clothes included. */
    public int headingLevel() {
        return headingLevel;
    }

    /**
     * Whether it is the heading of another block: that lies in one of the nearest areas around this one's heading element, and
     * none of these up to there belongs to the page's frame.
     */
    boolean isHeadingOf(PageBlock block) {
        Area around = headingArea();
        for (int i = 0; around != null && i <= MOST_WRAPPERS && (around.traits() & Trait.FRAME) == 0; i++) {
            if (around.holds(block)) {
                return true;
            }
            around = around.parent();
        }
        return false;
    }

    /** Whether it reads as running text: long, or a sentence, and not a list of links. */
    public boolean prose() {
        return prose;
    }

    /** Whether pages print such a line around texts. */
    boolean phrase() {
        if (phrase == null) {
            phrase = Phrases.furniture(text);
        }
        return phrase;
    }

    /** Whether it is part of a list, a table, a quote or code. */
    public boolean structured() {
        for (Area at = area; at != null && at.depth() >= area.depth() - 3; at = at.parent()) {
            if (STRUCTURES.contains(at.tag())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return index + " " + area.tag() + ": " + text;
    }
}
