package dev.colophon.extract.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the area that holds a page's main text. Every block has a value: running text its weight, lists of links and
 * labels less than nothing. The area with the highest sum holds the text; from there the search goes down as long as one
 * child keeps nearly all of it.
 */
final class ContainerFinder {
    private static final double KEPT = 0.9;
    private static final double KEPT_BY_BODY = 0.6;

    private final PageOutline page;
    private final int[] values;

    ContainerFinder(PageOutline page, Furniture furniture) {
        this.page = page;
        this.values = Sums.of(page.blocks(), block -> value(block, furniture.any(block)));
    }

    private static int value(PageBlock block, boolean furniture) {
        if (furniture) {
            return block.prose() ? 0 : -1;
        }
        if (block.linkDensity() >= 0.5) {
            return -3 - Math.min(block.weight(), 80) / 5;
        }
        if (block.prose()) {
            return (int) (block.weight() * (1 - block.linkDensity()));
        }
        if (block.structured() && block.linkDensity() < 0.3) {
            return block.weight() / 4;
        }
        return block.headingLevel() > 0 ? 0 : -1;
    }

    /** The container; null where the page has no text. */
    @Nullable
    Area find() {
        Area best = null;
        for (Area area : page.areas()) {
            if (area.first() < area.end() && (best == null || sum(area) > sum(best))) {
                best = area;
            }
        }
        return best == null ? null : descend(best);
    }

    private Area descend(Area from) {
        Area body = bodyWithin(from);
        Area at = body == null ? from : body;
        int least = (int) (KEPT * sum(at));
        List<Area> areas = page.areas();
        for (Area area : areas) {
            if (area.depth() > at.depth() && area.within(at) && sum(area) >= least && least > 0) {
                at = area;
                least = (int) (KEPT * sum(at));
            }
        }
        return at;
    }

    /** The one area that calls itself the text, where it holds most of it. */
    private @Nullable Area bodyWithin(Area from) {
        Area best = null;
        for (Area area : page.areas()) {
            if (Trait.BODY.in(area.traits()) && area.within(from) && (best == null || sum(area) > sum(best))) {
                best = area;
            }
        }
        return best != null && sum(best) >= KEPT_BY_BODY * sum(from) ? best : null;
    }

    private int sum(Area area) {
        return Sums.over(values, area);
    }
}
