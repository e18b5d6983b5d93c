package dev.colophon.extract.page;

import org.jspecify.annotations.Nullable;

/** What the site's profile says of each block of a page; all 0 where there is none. */
final class SiteShares {
    private final @Nullable SiteProfile site;
    private final @Nullable PageSketch sketch;

    /** @param site null where nothing is known of the page's site */
    SiteShares(PageOutline page, @Nullable SiteProfile site) {
        this.site = site;
        this.sketch = site == null ? null : PageSketch.of(page);
    }

    /** Pages that were surveyed; 0 where nothing is known. */
    int pages() {
        return site == null ? 0 : site.pages();
    }

    /** The share of the site's other pages that hold the block's line, 0 to 1. */
    double line(PageBlock block) {
        return site == null || sketch == null ? 0 : site.lineShare(sketch.line(block.index()));
    }

    /** How many of the site's other pages hold the block's line. */
    int pagesWithLine(PageBlock block) {
        return site == null || sketch == null ? 0 : site.pagesWithLine(sketch.line(block.index()));
    }

    /** The share of the site's other pages that have the block's place, 0 to 1. */
    double path(PageBlock block) {
        return site == null || sketch == null ? 0 : site.pathShare(sketch.path(block.index()));
    }

    /** How much of what stands at the block's place recurs on other pages, 0 to 1. */
    double repetition(PageBlock block) {
        return site == null || sketch == null ? 0 : site.repetition(sketch.path(block.index()));
    }
}
