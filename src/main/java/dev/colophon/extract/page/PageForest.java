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
    /**
     * The tree at hand without shared decisions, as a heap: the children of node {@code n} are {@code 2n + 1} and
     * {@code 2n + 2}. All leaves are on the last level, those of shorter ways below decisions for the first child.
     */
    private int[] sources = new int[128];

    /** Of each decision the limit, and in the lower half where its column begins. */
    private long[] decisions = new long[128];

    private int depth;

    PageForest(Forest forest, Columns columns) {
        this.forest = forest;
        this.columns = columns;
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
        sources[0] = decided(root);
        depth = 0;
        int first = 0;
        while (decides(first)) {
            int end = 2 * first + 1;
            if (2 * end + 1 > sources.length) {
                sources = Arrays.copyOf(sources, 2 * sources.length);
                decisions = Arrays.copyOf(decisions, 2 * decisions.length);
            }
            for (int node = first; node < end; node++) {
                branch(node, sources[node]);
            }
            first = end;
            depth++;
        }
    }

    /** Whether a node of the level that begins there is no leaf. */
    private boolean decides(int first) {
        for (int node = first; node <= 2 * first; node++) {
            if (!forest.isLeaf(sources[node])) {
                return true;
            }
        }
        return false;
    }

    private void branch(int node, int source) {
        if (forest.isLeaf(source)) {
            decisions[node] = (long) Columns.BEYOND << Integer.SIZE;
            sources[2 * node + 1] = source;
            sources[2 * node + 2] = source;
        } else {
            int column = forest.feature(source) * columns.rows();
            decisions[node] = (long) forest.limit(source) << Integer.SIZE | column;
            sources[2 * node + 1] = decided(forest.child(source));
            sources[2 * node + 2] = decided(forest.child(source) + 1);
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

    /** All ways through the tree are equally long, so that no branch is to be guessed. */
    private void add(int[] rows, int left, float[] sums) {
        int[] keys = columns.keys();
        for (int i = 0; i < left; i++) {
            int row = rows[i];
            int node = 0;
            for (int step = 0; step < depth; step++) {
                long decision = decisions[node];
                long beyond = keys[(int) decision + row] - (decision >> Integer.SIZE);
                node = 2 * node + 2 + (int) (beyond >> (Long.SIZE - 1));
            }
            sums[row] += forest.value(sources[node]);
        }
    }
}
