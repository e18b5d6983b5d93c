package dev.colophon.dataset.duplicates;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The documents that a run looks at, and which of them are connected: disjoint sets with path halving (Tarjan, van
 * Leeuwen: Worst-case Analysis of Set Union Algorithms, 1984). Takes up to 72 bytes of heap for each. The sets do not
 * depend on the order in which pairs are joined. Not thread-safe.
 */
final class Nodes {
    private final LongIndex numbers = new LongIndex();
    private int[] parents = new int[64];
    private long[] texts = new long[64];
    private int[] batches = new int[64];
    private int[] rows = new int[64];
    private final BitSet open = new BitSet();
    private final BitSet canonical = new BitSet();

    int size() {
        return numbers.size();
    }

    long ref(int node) {
        return numbers.value(node);
    }

    /** The number of a document; -1 where it is not known. */
    int find(long ref) {
        return numbers.find(ref);
    }

    /** Makes a document known, alone at first, and where it is. */
    int add(Entry entry) {
        int node = add(entry.ref());
        texts[node] = entry.text();
        batches[node] = entry.batch();
        rows[node] = entry.row();
        return node;
    }

    /** Makes a document known of which nothing else is. */
    int add(long ref) {
        int known = numbers.size();
        int node = numbers.add(ref);
        if (node == known) {
            if (node == parents.length) {
                parents = Arrays.copyOf(parents, node * 2);
                texts = Arrays.copyOf(texts, node * 2);
                batches = Arrays.copyOf(batches, node * 2);
                rows = Arrays.copyOf(rows, node * 2);
            }
            parents[node] = node;
        }
        return node;
    }

    /** Says that the document's cluster is to be found anew. */
    void open(int node) {
        open.set(node);
    }

    boolean isOpen(int node) {
        return open.get(node);
    }

    boolean isOpen(long ref) {
        int node = find(ref);
        return node >= 0 && open.get(node);
    }

    /** Says that the document stands for a cluster of the archive as it was, not all of whose members are known here. */
    void stands(int node) {
        canonical.set(node);
    }

    boolean isStanding(int node) {
        return canonical.get(node);
    }

    long text(int node) {
        return texts[node];
    }

    byte[] place(int node) {
        return DocumentRows.place(batches[node], rows[node], ref(node));
    }

    void join(int one, int other) {
        int first = set(one);
        int second = set(other);
        if (first != second) {
            parents[Math.max(first, second)] = Math.min(first, second);
        }
    }

    /** What stands for the document's set: the same number for all of them until another join. */
    int set(int node) {
        int at = node;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    boolean connected(int one, int other) {
        return set(one) == set(other);
    }
}
