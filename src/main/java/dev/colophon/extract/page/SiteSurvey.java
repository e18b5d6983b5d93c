package dev.colophon.extract.page;

import dev.colophon.model.DateHabit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers pages of one site to its profile. A page that repeats an earlier one is passed over: what two captures of one
 * article have in common would else look like the site's furniture. Which pages are taken depends on their order, the
 * profile only on which are taken. Holds 16 bytes for each block. Not thread-safe.
 */
public final class SiteSurvey {
    private final int most;
    private final List<PageSketch> pages = new ArrayList<>();

    /** @param most pages that are taken */
    public SiteSurvey(int most) {
        this.most = most;
    }

    /** Takes a page unless it repeats another or there are enough; whether it was taken. */
    public boolean add(PageSketch page) {
        if (isFull() || pages.stream().anyMatch(page::repeats)) {
            return false;
        }
        pages.add(page.bounded());
        return true;
    }

    /** Whether no more pages are taken. */
    public boolean isFull() {
        return pages.size() >= most;
    }

    /** Pages that were taken. */
    public int pages() {
        return pages.size();
    }

    /** What recurs on the pages; null where they are too few. */
    public @Nullable SiteProfile profile() {
        Map<Long, Integer> lines = new HashMap<>();
        Map<Long, Integer> paths = new HashMap<>();
        for (PageSketch page : pages) {
            count(lines, page, true);
            count(paths, page, false);
        }
        List<SiteProfile.Fact> facts = new ArrayList<>();
        lines.forEach((key, count) -> facts.add(new SiteProfile.Fact(SiteProfile.Kind.LINE, key, count, 1)));
        Map<Long, int[]> blocks = blocks(lines);
        paths.forEach((key, count) -> {
            int[] of = blocks.getOrDefault(key, new int[2]);
            double repetition = of[0] == 0 ? 0 : (double) of[1] / of[0];
            facts.add(new SiteProfile.Fact(SiteProfile.Kind.PATH, key, count, repetition));
        });
        addDates(facts);
        new BylinePlaces(pages).addTo(facts);
        return SiteProfile.of(pages.size(), facts);
    }

    private void addDates(List<SiteProfile.Fact> facts) {
        Map<Long, Integer> orders = new HashMap<>();
        Map<Long, Integer> clocks = new HashMap<>();
        for (PageSketch page : pages) {
            DateHabit dates = page.dates();
            if (dates.order() != null) {
                orders.merge((long) dates.order().ordinal(), 1, Integer::sum);
            }
            if (dates.clock() != null) {
                clocks.merge(dates.clock().key(), 1, Integer::sum);
            }
        }
        orders.forEach((key, count) -> facts.add(new SiteProfile.Fact(SiteProfile.Kind.ORDER, key, count, 1)));
        clocks.forEach((key, count) -> facts.add(new SiteProfile.Fact(SiteProfile.Kind.CLOCK, key, count, 1)));
    }

    private static void count(Map<Long, Integer> counts, PageSketch page, boolean lines) {
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < page.blocks(); i++) {
            long key = lines ? page.line(i) : page.path(i);
            if (key != LineKeys.NONE && seen.add(key)) {
                counts.merge(key, 1, Integer::sum);
            }
        }
    }

    /** For each place how many blocks stand there, and how many of these have a line that recurs. */
    private Map<Long, int[]> blocks(Map<Long, Integer> lines) {
        Map<Long, int[]> blocks = new HashMap<>();
        for (PageSketch page : pages) {
            for (int i = 0; i < page.blocks(); i++) {
                if (page.line(i) != LineKeys.NONE) {
                    int[] of = blocks.computeIfAbsent(page.path(i), path -> new int[2]);
                    of[0]++;
                    of[1] += lines.getOrDefault(page.line(i), 0) > 1 ? 1 : 0;
                }
            }
        }
        return blocks;
    }
}
