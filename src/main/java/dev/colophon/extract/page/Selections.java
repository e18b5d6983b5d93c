package dev.colophon.extract.page;

import dev.colophon.model.BlockKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Several answers to the question which blocks of a page are its text, each made in another way. Not thread-safe. */
final class Selections {
    private static final float[] THRESHOLDS = {0.1f, 0.2f, 0.3f, 0.5f, 0.7f};
    private static final float[] INSIDE = {0.04f, 0.15f, 0.4f};
    /** The part of the expected text that an area must hold to be looked at. */
    private static final float HELD = 0.2f;

    private static final int MOST_AREAS = 12;
    private static final float ALIKE = 0.3f;
    private static final float GAP = 400;

    final PageMeasures page;
    final float[] probabilities;
    /** Expected words of text before each block. */
    final float[] mass;

    private final List<Selection> all = new ArrayList<>();

    Selections(PageMeasures page, float[] probabilities) {
        this.page = page;
        this.probabilities = probabilities;
        this.mass = new float[page.size() + 1];
        for (int i = 0; i < page.size(); i++) {
            mass[i + 1] = mass[i] + probabilities[i] * page.words(i);
        }
        float expected = BlockModel.threshold(page, probabilities);
        add(Selection.Way.EXPECTED, expected, null, i -> probabilities[i] >= expected);
        for (float least : THRESHOLDS) {
            add(Selection.Way.PROBABLE, least, null, i -> probabilities[i] >= least);
        }
        add(Selection.Way.RULES, 0, null, i -> page.rules[i] == BlockKind.BODY);
        alike();
        run(all.get(0));
        areas();
    }

    /** The answers, the usual one first; no two are the same. */
    List<Selection> all() {
        return all;
    }

    private void add(Selection.Way way, float least, @Nullable Area area, IntPredicate in) {
        boolean[] blocks = new boolean[page.size()];
        int from = area == null ? 0 : area.first();
        int end = area == null ? blocks.length : area.end();
        for (int i = from; i < end; i++) {
            blocks[i] = i != page.headline && in.test(i);
        }
        Selection selection = new Selection(way, least, area, blocks);
        if (all.isEmpty() || (!selection.isEmpty() && all.stream().noneMatch(selection::sameAs))) {
            all.add(selection);
        }
    }

    private void alike() {
        float[] sums = new float[page.allGroups.length];
        float[] words = new float[page.allGroups.length];
        for (int i = 0; i < page.size(); i++) {
            sums[page.groups[i]] += probabilities[i] * (page.words(i) + 1);
            words[page.groups[i]] += page.words(i) + 1;
        }
        add(Selection.Way.ALIKE, ALIKE, null, i -> sums[page.groups[i]] >= ALIKE * words[page.groups[i]]);
    }

    private void run(Selection usual) {
        int best = -1;
        float most = 0;
        int start = -1;
        int end = -1;
        int from = -1;
        int last = -1;
        float gap = 0;
        for (int i = 0; i < page.size(); i++) {
            if (usual.blocks()[i]) {
                from = from < 0 || gap > GAP ? i : from;
                last = i;
                gap = 0;
                float held = mass[i + 1] - mass[from];
                if (held > most) {
                    most = held;
                    start = from;
                    end = last;
                }
            } else {
                gap += page.block(i).weight();
            }
        }
        int first = start;
        int final_ = end;
        add(Selection.Way.RUN, usual.least(), null, i -> usual.blocks()[i] && i >= first && i <= final_);
    }

    /** The areas that hold much of the text, the smallest of those that hold the same. */
    private void areas() {
        List<Area> large = new ArrayList<>();
        float least = HELD * mass[page.size()];
        for (Area area : page.areas) {
            if (held(area) >= least && area.parent() != null) {
                Area parent = area.parent();
                if (!large.isEmpty() && large.get(large.size() - 1) == parent && held(parent) - held(area) < 1) {
                    large.remove(large.size() - 1);
                }
                large.add(area);
            }
        }
        large.stream()
                .sorted(Comparator.comparingDouble((Area area) -> -held(area)).thenComparingInt(Area::index))
                .limit(MOST_AREAS)
                .forEach(area -> {
                    for (float inside : INSIDE) {
                        add(Selection.Way.AREA, inside, area, i -> probabilities[i] >= inside);
                    }
                });
    }

    float held(Area area) {
        return mass[area.end()] - mass[area.first()];
    }
}
