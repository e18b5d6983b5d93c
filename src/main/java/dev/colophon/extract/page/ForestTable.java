package dev.colophon.extract.page;

import java.util.Arrays;

/**
 * The trees of a forest as heaps of one depth in one table: the root of a tree is its node 1, the children of node {@code n}
 * are {@code 2n} and {@code 2n + 1}, and all leaves are on the last level, those of shorter ways below decisions for the
 * first child. All ways are equally long, so that no branch is to be guessed. A row gets the very bits that
 * {@link Forest#probability} gives it. Immutable.
 */
final class ForestTable {
    private final int trees;
    private final int depth;
    /** Leaves of one tree, and places of its decisions; the first of those is never looked at. */
    private final int size;
    /** Of each decision the limit, and in the lower half what it looks at. */
    private final long[] decisions;
    /** What each leaf adds to the log-odds. */
    private final float[] leaves;

    ForestTable(Forest forest) {
        this.trees = forest.trees();
        int deepest = 0;
        for (int tree = 0; tree < trees; tree++) {
            deepest = Math.max(deepest, depth(forest, forest.root(tree)));
        }
        this.depth = deepest;
        this.size = 1 << depth;
        this.decisions = new long[trees * size];
        this.leaves = new float[trees * size];
        Arrays.fill(decisions, (long) BlockRows.BEYOND << Integer.SIZE);
        for (int tree = 0; tree < trees; tree++) {
            copy(forest, forest.root(tree), tree, 1);
        }
    }

    private static int depth(Forest forest, int node) {
        if (forest.isLeaf(node)) {
            return 0;
        }
        int child = forest.child(node);
        return 1 + Math.max(depth(forest, child), depth(forest, child + 1));
    }

    /** Copies what lies below a node of the forest to a node of a tree. */
    private void copy(Forest forest, int source, int tree, int node) {
        boolean leaf = forest.isLeaf(source);
        if (node >= size) {
            leaves[tree * size + node - size] = forest.value(source);
            return;
        }
        if (!leaf) {
            decisions[tree * size + node] = (long) forest.limit(source) << Integer.SIZE | forest.feature(source);
        }
        copy(forest, leaf ? source : forest.child(source), tree, 2 * node);
        copy(forest, leaf ? source : forest.child(source) + 1, tree, 2 * node + 1);
    }

    /** For each row the probability of the event. */
    float[] probabilities(BlockRows rows) {
        float[] sums = new float[rows.size()];
        int[] hopeful = new int[sums.length];
        Arrays.setAll(hopeful, row -> row);
        int[] nodes = new int[Forest.LOOK];
        int left = sums.length;
        for (int tree = 0; tree < trees && left > 0; tree += Forest.LOOK) {
            left = tree == 0 ? left : hopeful(hopeful, left, sums);
            int count = Math.min(Forest.LOOK, trees - tree);
            for (int i = 0; i < left; i++) {
                int row = hopeful[i];
                walk(rows.keys(), row * rows.width(), tree, nodes, count);
                sums[row] = sum(sums[row], tree, nodes, count);
            }
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

    /**
     * Finds the node of the last level that a row comes to in each of some trees: level by level, as a step in one tree need
     * not wait for those in the others.
     */
    private void walk(int[] keys, int row, int from, int[] nodes, int count) {
        Arrays.fill(nodes, 1);
        for (int level = 0; level < depth; level++) {
            for (int i = 0; i < count; i++) {
                long decision = decisions[(from + i) * size + nodes[i]];
                boolean first = keys[row + (int) decision] < (int) (decision >> Integer.SIZE);
                nodes[i] = 2 * nodes[i] + (first ? 0 : 1);
            }
        }
    }

    /** Adds to a sum what the leaves say that were come to. */
    private float sum(float before, int from, int[] nodes, int count) {
        float sum = before;
        for (int i = 0; i < count; i++) {
            sum += leaves[(from + i - 1) * size + nodes[i]];
        }
        return sum;
    }
}
