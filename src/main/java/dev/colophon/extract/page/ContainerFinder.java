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
    private static final int SHORTEST = 250;

    private final PageOutline page;
    private final int[] values;
    private final @Nullable PageBlock headline;

    ContainerFinder(PageOutline page, Furniture furniture, @Nullable PageBlock headline) {
        this.page = page;
        this.headline = headline;
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
        if (best == null) {
            return null;
        }
        Area article = headlineArticle(best);
        return descend(article == null ? best : article);
    }

    /** Where several articles follow one another, the one under the page's own headline; null where it is not so. */
    private @Nullable Area headlineArticle(Area best) {
        Area article = headline == null ? null : headline.area().closest("article");
        if (article == null || best.within(article) || sum(article) < SHORTEST) {
            return null;
        }
        boolean apart = !article.within(best);
        for (Area other : page.areas()) {
            boolean sibling = other.tag().equals("article") && !other.within(article) && !article.within(other);
            apart |= sibling && other.within(best) && sum(other) >= SHORTEST;
        }
        return apart ? article : null;
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
