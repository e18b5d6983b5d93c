package dev.colophon.extract.page;

import java.util.ArrayList;
import java.util.List;

/** What is measured of a block once every block of its page has a first probability. */
final class ContextFeatures {
    static final List<Feature<FirstGuess>> ALL = all();

    private ContextFeatures() {}

    private static List<Feature<FirstGuess>> all() {
        List<Feature<FirstGuess>> all = new ArrayList<>();
        add(all, "first", (g, i) -> g.probability(i));
        for (int step : new int[] {-5, -4, -3, -2, -1, 1, 2, 3, 4, 5}) {
            add(all, "first" + (step < 0 ? "-before" : "-after") + Math.abs(step), (g, i) -> g.probability(i + step));
        }
        for (int level = 0; level <= PageMeasures.ABOVE; level++) {
            int up = level;
            add(all, "first-area" + level, (g, i) -> g.mean(g.page().above(i, up)));
            add(all, "first-mass" + level, (g, i) -> g.share(g.page().above(i, up)));
        }
        add(all, "first-group", (g, i) -> g.groupMean(i));
        add(all, "first-group-share", (g, i) -> g.groupShare(i));
        add(all, "first-passed", (g, i) -> g.passed(i));
        all.add(new Feature<>("first-page", (g, i) -> g.mean(g.page().areas.get(0)), true));
        all.add(new Feature<>("first-total", (g, i) -> g.total(), true));
        add(all, "first-from-start", (g, i) -> g.fromFirst(i));
        add(all, "first-from-end", (g, i) -> g.fromLast(i));
        add(all, "first-strongest-before", (g, i) -> g.strongest(i - 8, i));
        add(all, "first-strongest-after", (g, i) -> g.strongest(i + 1, i + 9));
        add(all, "first-run-before", (g, i) -> g.massBetween(i - 20, i));
        add(all, "first-run-after", (g, i) -> g.massBetween(i + 1, i + 21));
        add(all, "first-gap-before", (g, i) -> g.gapBefore(i));
        add(all, "first-gap-after", (g, i) -> g.gapAfter(i));
        add(all, "first-article", (g, i) -> g.articleShare(i));
        return List.copyOf(all);
    }

    private static void add(List<Feature<FirstGuess>> all, String name, Feature.Measure<FirstGuess> measure) {
        all.add(new Feature<>(name, measure));
    }
}
