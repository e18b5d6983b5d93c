package dev.colophon.extract.page;

import java.util.Arrays;

/**
 * A forest that judges the blocks of one page together: of each tree the decisions that all blocks share are taken once,
 * and what is left is small and walked by one block after another. A block gets the very bits that
 * {@link Forest#probability} gives its row. Not thread-safe.
 */
final class PageForest {
    private final Forest forest;
    private final Columns columns;
    /** The tree at hand without shared decisions; a leaf is its own child. */
    private final int[] sources;

    private final int[] starts;
    private final int[] limits;
    private final int[] children;
    private final float[] values;
    private int depth;

    PageForest(Forest forest, Columns columns) {
        this.forest = forest;
        this.columns = columns;
        int most = forest.mostNodes();
        this.sources = new int[most];
        this.starts = new int[most];
        this.limits = new int[most];
        this.children = new int[most];
        this.values = new float[most];
    }

    /** For each row the probability of the event. */
    float[] probabilities() {
        float[] sums = new float[columns.rows()];
        int[] rows = new int[sums.length];
        Arrays.setAll(rows, i -> i);
        int left = rows.length;
        for (int tree = 0; tree < forest.trees() && left > 0; tree++) {
            left = Forest.looksAgain(tree) ? hopeful(rows, left, sums) : left;
            prune(forest.root(tree));
            add(rows, left, sums);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Forest.probability(sums[i]);
        }
        return sums;
    }

    /** Moves the rows that are not given up to the front; how many they are. */
    private static int hopeful(int[] rows, int left, float[] sums) {
        int kept = 0;
        for (int i = 0; i < left; i++) {
            int row = rows[i];
            rows[kept] = row;
            kept += Forest.isHopeless(sums[row]) ? 0 : 1;
        }
        return kept;
    }

    /** Copies a tree level by level, without the decisions that all rows share. */
    private void prune(int root) {
        sources[0] = root;
        int size = 1;
        int levelEnd = 1;
        depth = 0;
        for (int at = 0; at < size; at++) {
            if (at == levelEnd) {
                depth++;
                levelEnd = size;
            }
            int node = decided(sources[at]);
            boolean leaf = forest.isLeaf(node);
            starts[at] = leaf ? 0 : forest.feature(node) * columns.rows();
            limits[at] = leaf ? Columns.BEYOND : forest.limit(node);
            values[at] = forest.value(node);
            children[at] = leaf ? at : size;
            if (!leaf) {
                sources[size++] = forest.child(node);
                sources[size++] = forest.child(node) + 1;
            }
        }
    }

    private int decided(int from) {
        int node = from;
        while (!forest.isLeaf(node) && columns.isShared(forest.feature(node))) {
            int second = columns.sharedKey(forest.feature(node)) < forest.limit(node) ? 0 : 1;
            node = forest.child(node) + second;
        }
        return node;
    }

    /** All ways through the tree are walked to its full depth, so that no branch is to be guessed. */
    private void add(int[] rows, int left, float[] sums) {
        int[] keys = columns.keys();
        for (int i = 0; i < left; i++) {
            int row = rows[i];
            int node = 0;
            for (int step = 0; step < depth; step++) {
                node = children[node] + 1 + (int) (((long) keys[starts[node] + row] - limits[node]) >> 63);
            }
            sums[row] += values[node];
        }
    }
}
