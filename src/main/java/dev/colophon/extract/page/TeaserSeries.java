package dev.colophon.extract.page;

import java.util.ArrayList;
import java.util.List;

/** Finds areas that hold little but areas alike, each of them short and with a link that reads like a title. */
final class TeaserSeries {
    private static final int FEWEST = 3;
    private static final int MOST_BLOCKS = 12;
    private static final int MOST_WORDS = 80;

    /** Names of people and places have fewer words. */
    private static final int SHORTEST_TITLE = 3;

    /** A heading and a link to more may stand beside the teasers. */
    private static final int MOST_OTHERS = 2;

    private final PageOutline page;
    /** How many teasers alike each area holds; -1 where it holds anything else of several blocks. */
    private final int[] teasers;

    private final long[] kinds;
    private final int[] covered;

    private TeaserSeries(PageOutline page) {
        this.page = page;
        this.teasers = new int[page.areas().size()];
        this.kinds = new long[teasers.length];
        this.covered = new int[teasers.length];
    }

    /** Such areas in document order. */
    static List<Area> in(PageOutline page) {
        TeaserSeries series = new TeaserSeries(page);
        page.areas().forEach(series::count);
        List<Area> found = new ArrayList<>();
        for (Area area : page.areas()) {
            int others = area.end() - area.first() - series.covered[area.index()];
            if (series.teasers[area.index()] >= FEWEST && others <= MOST_OTHERS) {
                found.add(area);
            }
        }
        return found;
    }

    private void count(Area item) {
        int blocks = item.end() - item.first();
        int parent = item.parent() == null ? -1 : item.parent().index();
        if (parent < 0 || blocks < 2 || teasers[parent] < 0) {
            return;
        }
        long kind = item.names().kind() * 31 + item.tag().hashCode();
        boolean alike = teasers[parent] == 0 || kind == kinds[parent];
        teasers[parent] = alike && isTeaser(item) ? teasers[parent] + 1 : -1;
        kinds[parent] = kind;
        covered[parent] += blocks;
    }

    private boolean isTeaser(Area item) {
        boolean title = false;
        int words = 0;
        if (item.end() - item.first() > MOST_BLOCKS) {
            return false;
        }
        for (PageBlock block : page.blocks().subList(item.first(), item.end())) {
            title |= block.isLink() && block.measures().words() >= SHORTEST_TITLE;
            words += block.measures().words();
        }
        return title && words <= MOST_WORDS;
    }
}
