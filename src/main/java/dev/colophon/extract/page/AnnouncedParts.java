package dev.colophon.extract.page;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page may show other articles and comments, found once.
 *
 * @param others blocks below headings that announce other articles, those headings too, by index
 * @param comments the same for readers' comments
 * @param series areas of teasers alike, in document order
 * @param teasers blocks in such areas
 */
record AnnouncedParts(BitSet others, BitSet comments, List<Area> series, BitSet teasers) {
    /** @param headline the block that shows the title; null where none does */
    static AnnouncedParts of(PageOutline page, @Nullable PageBlock headline) {
        List<Area> series = TeaserSeries.in(page);
        BitSet teasers = new BitSet();
        series.forEach(area -> teasers.set(area.first(), area.end()));
        return new AnnouncedParts(
                AnnouncedPart.OTHER_ARTICLES.in(page, headline),
                AnnouncedPart.COMMENTS.in(page, headline),
                series,
                teasers);
    }

    /** The share of the page's words that stands in teasers alike. */
    float teaserShare(PageOutline page) {
        int in = 0;
        int all = 0;
        for (PageBlock block : page.blocks()) {
            int words = block.measures().words();
            in += teasers.get(block.index()) ? words : 0;
            all += words;
        }
        return in / (float) Math.max(1, all);
    }
}
