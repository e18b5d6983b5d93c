package dev.colophon.extract.page;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Gradient-boosted regression trees whose sum is the log-odds of an event (Friedman, "Greedy Function Approximation: A
 * Gradient Boosting Machine", 2001). Immutable; the same row gives the same bits on every machine.
 */
final class Forest {
    /** Trees that are walked at once, after which a hopeless row is given up. */
    static final int LOOK = 10;
    /** Log-odds below which it is: less than one in fifty. */
    private static final float HOPELESS = -3.9f;

    private static final short LEAF = -1;

    private final int[] roots;
    private final short[] features;
    private final float[] values;
    private final int[] children;
    /** The values as whole numbers that compare as they do. */
    private final int[] limits;

    private final ForestTable table;

    /**
     * Nodes of all trees in one row.
     *
     * @param roots index of each tree's first node
     * @param features what a node looks at; -1 for a leaf
     * @param values a smaller measure goes to the first child; for a leaf what it adds to the log-odds
     * @param children index of a node's first child, which the second follows
     */
    Forest(int[] roots, short[] features, float[] values, int[] children) {
        this.roots = roots;
        this.features = features;
        this.values = values;
        this.children = children;
        this.limits = new int[values.length];
        Arrays.setAll(limits, node -> BlockRows.key(values[node]));
        this.table = new ForestTable(this);
    }

    /** The probability of the event, 0 to 1. */
    float probability(float[] row) {
        float sum = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            if (tree % LOOK == 0 && isHopeless(sum)) {
                break;
            }
            int node = roots[tree];
            int feature = features[node];
            while (feature != LEAF) {
                node = children[node] + (row[feature] < values[node] ? 0 : 1);
                feature = features[node];
            }
            sum += values[node];
        }
        return probability(sum);
    }

    /** For each row of a page the probability of the event. */
    float[] probabilities(BlockRows rows) {
        return table.probabilities(rows);
    }

    /** The probability with those log-odds. */
    static float probability(float sum) {
        return (float) (1 / (1 + StrictMath.exp(-sum)));
    }

    static boolean isHopeless(float sum) {
        return sum < HOPELESS;
    }

    int trees() {
        return roots.length;
    }

    /** The first node of a tree. */
    int root(int tree) {
        return roots[tree];
    }

    boolean isLeaf(int node) {
        return features[node] == LEAF;
    }

    int feature(int node) {
        return features[node];
    }

    /** The {@link BlockRows#key} that the second child's measures reach. */
    int limit(int node) {
        return limits[node];
    }

    /** What a leaf adds to the log-odds. */
    float value(int node) {
        return values[node];
    }

    /** The first of a node's children, which the second follows. */
    int child(int node) {
        return children[node];
    }

    static Forest read(DataInput in) throws IOException {
        int[] roots = new int[in.readInt()];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = in.readInt();
        }
        int nodes = in.readInt();
        short[] features = new short[nodes];
        float[] values = new float[nodes];
        int[] children = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            features[i] = in.readShort();
            values[i] = in.readFloat();
            children[i] = features[i] == LEAF ? 0 : in.readInt();
        }
        return new Forest(roots, features, values, children);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(roots.length);
        for (int root : roots) {
            out.writeInt(root);
        }
        out.writeInt(features.length);
        for (int i = 0; i < features.length; i++) {
            out.writeShort(features[i]);
            out.writeFloat(values[i]);
            if (features[i] != LEAF) {
                out.writeInt(children[i]);
            }
        }
    }
}
