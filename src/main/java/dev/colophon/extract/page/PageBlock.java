package dev.colophon.extract.page;

import java.util.Set;

/**
 * Text that stands between two block boundaries of a page, and what can be measured of it.
 *
 * @param index position among the page's blocks
 * @param area the element that holds the text directly
 * @param text white space collapsed, single line breaks kept; never empty
 * @param measures what can be counted of it
 * @param sentence whether it ends as sentences do
 * @param afterBreaks whether two line breaks, and no element's edge, part it from the block before
 */
public record PageBlock(
        int index, Area area, String text, TextMeasures measures, boolean sentence, boolean afterBreaks) {
    private static final int LONGEST_HEADING = 200;
    private static final Set<String> STRUCTURES = Set.of("li", "td", "th", "dd", "pre", "blockquote");
    private static final String HEADINGS = "h1h2h3h4h5h6";

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

    /** 1 to 6 for a heading, 0 for anything else, paragraphs in a heading's clothes included. */
    public int headingLevel() {
        if (weight() > LONGEST_HEADING) {
            return 0;
        }
        for (Area at = area; at != null && at.depth() >= area.depth() - 2; at = at.parent()) {
            String tag = at.tag();
            if (tag.length() == 2 && HEADINGS.contains(tag)) {
                return tag.charAt(1) - '0';
            }
        }
        return 0;
    }

    /** Whether it reads as running text: long, or a sentence, and not a list of links. */
    public boolean prose() {
        return linkDensity() < 0.5 && (weight() >= 80 || (weight() >= 30 && sentence)) && headingLevel() == 0;
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
}
