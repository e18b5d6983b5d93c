package dev.colophon.dataset.table;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What is seen where a document's names stand side by side.
 *
 * @param pages documents of each publisher, by its id, name or registered domain
 * @param alike pairs of ids that one document names and that look alike, as {@link #pair} writes them
 */
record SeenTogether(SortedMap<String, Long> pages, SortedSet<String> alike) {
    /** Two ids in any order. */
    static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + ' ' + other : other + ' ' + one;
    }
}
