package dev.colophon.extract.page;

import java.util.List;

/** What the names of a page's elements and the words of its blocks say of each block. Not thread-safe. */
final class PageOdds {
    private static final float[] NOTHING = new float[3];

    private final PageOutline page;
    private final PageWords words;
    private final WordOdds odds;
    /** For each level and area the sum, the lowest and the highest, once asked for; the last level's hold all areas above too. */
    private final float[][][] areas;

    private final float[][] lines;

    PageOdds(PageOutline page, PageWords words, WordOdds odds) {
        this.page = page;
        this.words = words;
        this.odds = odds;
        this.areas = new float[PageWords.LEVELS][page.areas().size()][];
        page.areas().forEach(area -> area(area, PageWords.LEVELS - 1)); // parents come first
        this.lines = new float[page.blocks().size()][];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = line(words.line(i));
        }
    }

    private float[] area(Area area, int level) {
        float[] known = areas[level][area.index()];
        if (known == null) {
            Area parent = level == PageWords.LEVELS - 1 ? area.parent() : null;
            known = with(words.area(area.index()), level, parent == null ? NOTHING : area(parent, level));
            areas[level][area.index()] = known;
        }
        return known;
    }

    private float[] with(int[] names, int level, float[] others) {
        float[] all = names.length == 0 ? others : others.clone();
        for (int word : names) {
            add(all, odds.of(PageWords.placed(word, level)));
        }
        return all;
    }

    private static void add(float[] sums, float odd) {
        sums[0] += odd;
        sums[1] = Math.min(sums[1], odd);
        sums[2] = Math.max(sums[2], odd);
    }

    private float[] line(int[] placed) {
        float[] line = new float[6];
        for (int i = 0; i < placed.length; i++) {
            float odd = odds.of(placed[i]);
            if (i < PageWords.ENDS) {
                line[3 + i] = odd;
            } else {
                add(line, odd);
            }
        }
        line[0] /= Math.max(1, placed.length - PageWords.ENDS);
        return line;
    }

    private float above(int block, int level, int figure) {
        Area area = page.blocks().get(block).area();
        for (int i = 0; i < level && area != null; i++) {
            area = area.parent();
        }
        return area == null ? 0 : area(area, level)[figure];
    }

    /** What is known of a block through its words. */
    static final List<Feature<PageOdds>> ALL = List.of(
            new Feature<>("names-own", (o, i) -> o.above(i, 0, 0)),
            new Feature<>("names-own-lowest", (o, i) -> o.above(i, 0, 1)),
            new Feature<>("names-own-highest", (o, i) -> o.above(i, 0, 2)),
            new Feature<>("names-parent", (o, i) -> o.above(i, 1, 0)),
            new Feature<>("names-parent-lowest", (o, i) -> o.above(i, 1, 1)),
            new Feature<>("names-parent-highest", (o, i) -> o.above(i, 1, 2)),
            new Feature<>("names-above", (o, i) -> o.above(i, 2, 0)),
            new Feature<>("names-above-lowest", (o, i) -> o.above(i, 2, 1)),
            new Feature<>("names-above-highest", (o, i) -> o.above(i, 2, 2)),
            new Feature<>("words-mean", (o, i) -> o.lines[i][0]),
            new Feature<>("words-lowest", (o, i) -> o.lines[i][1]),
            new Feature<>("words-highest", (o, i) -> o.lines[i][2]),
            new Feature<>("words-first", (o, i) -> o.lines[i][3]),
            new Feature<>("words-first-two", (o, i) -> o.lines[i][4]),
            new Feature<>("words-last", (o, i) -> o.lines[i][5]));
}
