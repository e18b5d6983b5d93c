package dev.colophon.extract.page;

import java.util.ArrayList;
import java.util.List;

/** The headings that a page's text begins below: none of those in its frame, and none that stand behind some text. */
public final class LeadingHeadings {
    private static final int ELSEWHERE = Trait.FRAME | Trait.TAGS.bit() | Trait.BYLINE.bit() | Trait.SIGNATURE.bit();

    private LeadingHeadings() {}

    /** Those down to a level, in the page's order; none where the page has no text. */
    public static List<PageBlock> of(PageOutline page, int deepest) {
        List<PageBlock> headings = new ArrayList<>();
        for (PageBlock block : page.blocks()) {
            if (block.isText() && !block.hidden() && !block.phrase() && !isElsewhere(block)) {
                headings.removeIf(heading -> !heading.isHeadingOf(block));
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
}
