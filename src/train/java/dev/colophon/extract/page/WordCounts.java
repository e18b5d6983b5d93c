package dev.colophon.extract.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * How often blocks with a word are text, counted by site, so that a site of a hundred pages says no more of a word than one
 * of a single page.
 */
final class WordCounts {
    /** Sites that must know a word before anything is said of it. */
    private static final int FEWEST_SITES = 3;
    /** How many sites of the usual share each word starts with. */
    private static final double PRIOR_SITES = 3;

    private static final double EDGE = 0.01;

    /** For each fold and word the sum of the sites' shares and the number of sites. */
    private final List<Map<Integer, double[]>> folds = new ArrayList<>();
    /** For each fold blocks that are text, and all. */
    private final double[][] blocks = new double[ModelTrainer.FOLDS][2];

    WordCounts(List<Example> examples) {
        for (int fold = 0; fold < ModelTrainer.FOLDS; fold++) {
            folds.add(new HashMap<>());
        }
        Map<String, List<Example>> sites = new HashMap<>();
        examples.forEach(one ->
                sites.computeIfAbsent(one.site(), site -> new ArrayList<>()).add(one));
        sites.forEach(this::addSite);
    }

    private void addSite(String site, List<Example> pages) {
        int fold = ModelTrainer.fold(site);
        Map<Integer, double[]> site2 = new HashMap<>();
        double[] all = new double[2];
        for (Example page : pages) {
            if (page.whole()) {
                count(page, site2, all);
            }
        }
        if (all[1] > 0) {
            blocks[fold][0] += all[0] / all[1];
            blocks[fold][1]++;
        }
        site2.forEach((word, counts) -> {
            double[] sums = folds.get(fold).computeIfAbsent(word, unknown -> new double[2]);
            sums[0] += counts[0] / counts[1];
            sums[1]++;
        });
    }

    private static void count(Example page, Map<Integer, double[]> words, double[] all) {
        PageOutline outline = page.page().page;
        Set<Integer> seen = new HashSet<>();
        for (PageBlock block : outline.blocks()) {
            seen.clear();
            for (int word : page.words().line(block.index())) {
                seen.add(word);
            }
            int level = 0;
            for (Area area = block.area(); area != null; area = area.parent()) {
                for (int name : page.words().area(area.index())) {
                    seen.add(PageWords.placed(name, level));
                }
                level = Math.min(PageWords.LEVELS - 1, level + 1);
            }
            float target = page.labels().targets()[block.index()];
            all[0] += target;
            all[1]++;
            for (int word : seen) {
                double[] counts = words.computeIfAbsent(word, unknown -> new double[2]);
                counts[0] += target;
                counts[1]++;
            }
        }
    }

    /** What the sites of the folds that pass say. */
    WordOdds odds(IntPredicate fold) {
        Map<Integer, double[]> sums = new HashMap<>();
        double[] all = new double[2];
        for (int i = 0; i < folds.size(); i++) {
            if (fold.test(i)) {
                folds.get(i).forEach((word, counts) -> {
                    double[] sum = sums.computeIfAbsent(word, unknown -> new double[2]);
                    sum[0] += counts[0];
                    sum[1] += counts[1];
                });
                all[0] += blocks[i][0];
                all[1] += blocks[i][1];
            }
        }
        double usual = all[0] / all[1];
        int[] words = sums.entrySet().stream()
                .filter(word -> word.getValue()[1] >= FEWEST_SITES)
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .toArray();
        float[] odds = new float[words.length];
        for (int i = 0; i < odds.length; i++) {
            double[] sum = sums.get(words[i]);
            double share = (sum[0] + PRIOR_SITES * usual) / (sum[1] + PRIOR_SITES);
            odds[i] = (float) (logit(share) - logit(usual));
        }
        return WordOdds.of(words, odds);
    }

    private static double logit(double share) {
        double inside = Math.max(EDGE, Math.min(1 - EDGE, share));
        return StrictMath.log(inside / (1 - inside));
    }
}
