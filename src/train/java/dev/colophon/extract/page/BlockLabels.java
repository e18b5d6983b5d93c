package dev.colophon.extract.page;

import dev.colophon.quality.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which blocks of a page are its labelled text, found by aligning the label with the blocks.
 *
 * @param targets for each block the share of its text that the label holds, 0 where less than half
 * @param weights how much each block counts; 0 where the label says nothing of it
 */
@SuppressWarnings("ArrayRecordComponent")
record BlockLabels(float[] targets, float[] weights) {
    private static final int RUN = 4;
    private static final float LEAST = 0.5f;
    private static final float LINE = 0.9f;
    private static final float SOMEWHERE = 0.3f;
    private static final int LONG = 8;
    private static final int REACH = 4;
    private static final int AROUND = 15;
    private static final int FEWEST_WORDS = 80;
    private static final double LENGTH_POWER = 0.75;
    private static final float SCALE = 20;
    private static final float SNIPPET_WEIGHT = 1.5f;
    private static final int SHORTEST_PART = 30;
    private static final int FEWEST_ALIKE = 3;
    private static final double SPARSE_LINKS = 0.3;

    static BlockLabels of(PageOutline page, Label label) {
        return label.text() == null || label.text().isBlank() ? snippets(page, label) : fullText(page, label.text());
    }

    /** Blocks that hold a passage which the text must, or must not, hold; nothing is known of the others. */
    private static BlockLabels snippets(PageOutline page, Label label) {
        float[] targets = new float[page.blocks().size()];
        float[] weights = new float[targets.length];
        for (PageBlock block : page.blocks()) {
            String text = flat(block.text());
            boolean in = label.must().stream()
                    .map(BlockLabels::flat)
                    .anyMatch(part -> text.contains(part) || (text.length() > SHORTEST_PART && part.contains(text)));
            boolean out = label.mustNot().stream().map(BlockLabels::flat).anyMatch(text::contains);
            targets[block.index()] = in ? 1 : 0;
            weights[block.index()] = in || out ? SNIPPET_WEIGHT : 0;
        }
        return new BlockLabels(targets, weights);
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static BlockLabels fullText(PageOutline page, String text) {
        return new Alignment(page, text).labels();
    }

    private static final class Alignment {
        private final PageOutline page;
        private final long[][] words;
        private final long[] gold;
        private final List<Map<Long, Integer>> runs = new ArrayList<>();
        private final Set<Long> shortLines = new HashSet<>();
        private final float[] cover;

        Alignment(PageOutline page, String text) {
            this.page = page;
            this.gold = WordHashes.of(text);
            this.words = page.blocks().stream()
                    .map(block -> WordHashes.of(block.text()))
                    .toArray(long[][]::new);
            for (int length = 0; length <= RUN; length++) {
                Map<Long, Integer> counts = new HashMap<>();
                for (long run : length == 0 ? new long[0] : WordHashes.runs(gold, length)) {
                    counts.merge(run, 1, Integer::sum);
                }
                runs.add(counts);
            }
            for (String line : text.split("\n")) {
                long[] own = WordHashes.of(line);
                if (own.length > 0 && own.length < RUN) {
                    shortLines.add(WordHashes.runs(own, own.length)[0]);
                }
            }
            this.cover = new float[words.length];
            for (int i = 0; i < cover.length; i++) {
                cover[i] = cover(words[i]);
            }
        }

        private float cover(long[] own) {
            if (own.length == 0) {
                return 0;
            }
            if (own.length < RUN) {
                long run = WordHashes.runs(own, own.length)[0];
                boolean known = runs.get(own.length).containsKey(run);
                return !known ? 0 : shortLines.contains(run) ? LINE : SOMEWHERE;
            }
            long[] all = WordHashes.runs(own, RUN);
            long common = Arrays.stream(all).filter(runs.get(RUN)::containsKey).count();
            return common / (float) all.length;
        }

        BlockLabels labels() {
            float[] targets = new float[cover.length];
            float[] weights = new float[cover.length];
            double length = Math.pow(Math.max(FEWEST_WORDS, gold.length), LENGTH_POWER);
            for (int i = 0; i < cover.length; i++) {
                boolean text = words[i].length < RUN ? shortText(i) : cover[i] >= LEAST;
                targets[i] = !text ? 0 : words[i].length < RUN || cover[i] > 0.95f ? 1 : cover[i];
                weights[i] = (float) ((words[i].length + 3) * SCALE / length);
            }
            dropCopies(targets);
            doubtEnds(targets, weights);
            return new BlockLabels(targets, weights);
        }

        /**
         * Many labels end before the text does: what follows the last labelled paragraph among its like, and is prose as it is,
         * is not learned from.
         */
        private void doubtEnds(float[] targets, float[] weights) {
            Map<String, int[]> alike = new HashMap<>();
            for (PageBlock block : page.blocks()) {
                if (isProse(block)) {
                    int[] counts = alike.computeIfAbsent(likeness(block), unknown -> new int[3]);
                    counts[targets[block.index()] > 0 ? 0 : 1]++;
                    counts[2] = targets[block.index()] > 0 ? block.index() : counts[2];
                }
            }
            for (PageBlock block : page.blocks()) {
                int[] counts = isProse(block) ? alike.get(likeness(block)) : new int[3];
                if (counts[0] >= FEWEST_ALIKE && block.index() > counts[2]) {
                    weights[block.index()] = 0;
                }
            }
        }

        private boolean isProse(PageBlock block) {
            return words[block.index()].length >= LONG && block.linkDensity() < SPARSE_LINKS;
        }

        /** Blocks in elements of one name and class within one parent are alike. */
        private static String likeness(PageBlock block) {
            Area area = block.area();
            int parent = area.parent() == null ? -1 : area.parent().index();
            return parent + " " + area.tag() + " " + area.element().className();
        }

        /** A few words are text where they are a line of the label or lie among blocks that are text. */
        private boolean shortText(int i) {
            int before = longNeighbour(i, -1);
            int after = longNeighbour(i, 1);
            if (cover[i] == LINE) {
                return before == 1 || after == 1;
            }
            return cover[i] == SOMEWHERE && before == 1 && after == 1;
        }

        /** 1 where the next long block that way is text, 0 where it is not, -1 where there is none near. */
        private int longNeighbour(int i, int step) {
            for (int k = i + step; k >= 0 && k < cover.length && Math.abs(k - i) <= REACH; k += step) {
                if (words[k].length >= LONG) {
                    return cover[k] >= LEAST ? 1 : 0;
                }
            }
            return -1;
        }

        /** Of blocks with one text as many stay as the label holds, those nearest to the rest of the text. */
        private void dropCopies(float[] targets) {
            Map<String, List<Integer>> same = new HashMap<>();
            for (int i = 0; i < targets.length; i++) {
                if (targets[i] > 0 && words[i].length >= RUN) {
                    same.computeIfAbsent(page.blocks().get(i).text(), text -> new ArrayList<>())
                            .add(i);
                }
            }
            same.values().stream().filter(copies -> copies.size() > 1).forEach(copies -> dropCopies(targets, copies));
        }

        private void dropCopies(float[] targets, List<Integer> copies) {
            int held = Math.max(
                    1,
                    Arrays.stream(WordHashes.runs(words[copies.get(0)], RUN))
                            .mapToInt(run -> runs.get(RUN).getOrDefault(run, 1))
                            .min()
                            .orElse(1));
            Map<Integer, Double> mass = new HashMap<>();
            copies.forEach(i -> mass.put(i, massAround(targets, copies, i)));
            copies.stream()
                    .sorted(Comparator.comparingDouble((Integer i) -> -mass.get(i))
                            .thenComparingInt(i -> i))
                    .skip(held)
                    .forEach(i -> targets[i] = 0);
        }

        private double massAround(float[] targets, List<Integer> copies, int i) {
            double mass = 0;
            for (int k = Math.max(0, i - AROUND); k < Math.min(targets.length, i + AROUND + 1); k++) {
                mass += copies.contains(k) ? 0 : targets[k] * words[k].length / (1.0 + Math.abs(i - k));
            }
            return mass;
        }
    }
}
