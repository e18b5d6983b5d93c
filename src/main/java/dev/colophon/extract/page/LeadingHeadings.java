package dev.colophon.extract.page;

import java.util.ArrayList;
import java.util.List;

/** The headings that a page's text begins below: none of those in its frame, and none that stand behind some text. */
public final class LeadingHeadings {
    /** So many areas around a heading may end before the text. */
    private static final int MOST_WRAPPERS = 4;

    private static final int ELSEWHERE = Trait.FRAME | Trait.TAGS.bit() | Trait.BYLINE.bit() | Trait.SIGNATURE.bit();

    private LeadingHeadings() {}

    /** Those down to a level, in the page's order; none where the page has no text. */
    public static List<PageBlock> of(PageOutline page, int deepest) {
        List<PageBlock> headings = new ArrayList<>();
        for (PageBlock block : page.blocks()) {
            if (block.isText() && !block.hidden() && !block.phrase() && !isElsewhere(block)) {
                headings.removeIf(heading -> !isAround(heading, block));
                return headings;
            }
            if (block.headingLevel() > 0 && block.headingLevel() <= deepest && !block.hidden() && !isElsewhere(block)) {
                headings.add(block);
            }
        }
        return List.of();
    }

    private static boolean isElsewhere(PageBlock block) {
        Area at = block.area();
        while (at != null && (at.traits() & ELSEWHERE) == 0) {
            at = at.parent();
        }
        return at != null;
    }

    /** Whether a text lies in an area around the heading. */
    private static boolean isAround(PageBlock heading, PageBlock text) {
        Area around = heading.headingArea();
        for (int i = 0; around != null && i < MOST_WRAPPERS && !around.holds(text); i++) {
            around = around.parent();
        }
        return around != null && around.holds(text);
    }
}
