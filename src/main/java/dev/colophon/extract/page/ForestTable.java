package dev.colophon.extract.page;

import java.util.Arrays;

/**
 * The trees of a forest as heaps of one depth in one table: the children of node {@code n} of a tree are {@code 2n + 1} and
 * {@code 2n + 2}, and all leaves are on the last level, those of shorter ways below decisions for the first child. All ways
 * are equally long, so that no branch is to be guessed. A row gets the very bits that {@link Forest#probability} gives it.
 * Immutable.
 */
final class ForestTable {
    private final int trees;
    private final int depth;
    /** Decisions of one tree. */
    private final int size;
    /** Of each decision the limit, and in the lower half what it looks at. */
    private final long[] decisions;
    /** What each leaf adds to the log-odds. */
    private final float[] leaves;

    ForestTable(Forest forest) {
        // Two trees are walked at once; one that adds nothing makes the number even.
        this.trees = forest.trees() + forest.trees() % 2;
        int deepest = 0;
        for (int tree = 0; tree < forest.trees(); tree++) {
            deepest = Math.max(deepest, depth(forest, forest.root(tree)));
        }
        this.depth = deepest;
        this.size = (1 << depth) - 1;
        this.decisions = new long[trees * size];
        this.leaves = new float[trees * (size + 1)];
        Arrays.fill(decisions, (long) BlockRows.BEYOND << Integer.SIZE);
        for (int tree = 0; tree < forest.trees(); tree++) {
            copy(forest, forest.root(tree), tree, 0);
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
            leaves[tree * (size + 1) + node - size] = forest.value(source);
            return;
        }
        if (!leaf) {
            decisions[tree * size + node] = (long) forest.limit(source) << Integer.SIZE | forest.feature(source);
        }
        copy(forest, leaf ? source : forest.child(source), tree, 2 * node + 1);
        copy(forest, leaf ? source : forest.child(source) + 1, tree, 2 * node + 2);
    }

    /** For each row the probability of the event. */
    float[] probabilities(BlockRows rows) {
        float[] sums = new float[rows.size()];
        int[] hopeful = new int[sums.length];
        Arrays.setAll(hopeful, row -> row);
        int left = sums.length;
        for (int tree = 0; tree < trees && left > 0; tree += Forest.LOOK) {
            left = tree == 0 ? left : hopeful(hopeful, left, sums);
            for (int i = 0; i < left; i++) {
                int row = hopeful[i];
                sums[row] = sum(rows.keys(), row * rows.width(), tree, sums[row]);
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

    /** Adds to a sum what the trees from one on say of a row, up to where rows are looked at again. */
    private float sum(int[] keys, int row, int from, float before) {
        float sum = before;
        int end = Math.min(trees, from + Forest.LOOK);
        for (int tree = from; tree < end; tree += 2) {
            int one = tree * size;
            int other = one + size;
            int node = 0;
            int otherNode = 0;
            for (int step = 0; step < depth; step++) {
                node = 2 * node + second(keys, row, decisions[one + node]);
                otherNode = 2 * otherNode + second(keys, row, decisions[other + otherNode]);
            }
            sum += leaves[one + tree + node - size];
            sum += leaves[other + tree + 1 + otherNode - size];
        }
        return sum;
    }

    /** 2 where the row's measure reaches the limit, else 1. */
    private static int second(int[] keys, int row, long decision) {
        long beyond = keys[row + (int) decision] - (decision >> Integer.SIZE);
        return 2 + (int) (beyond >> (Long.SIZE - 1));
    }
}
