package dev.colophon.model;

import java.util.Set;

/**
 * Where one page shows the names of those whom its structured data names as its authors.
 *
 * @param authors the folded names, one string for all; empty where structured data names nobody, and the page tells nothing
 * @param naming the places whose line names one of them and nobody else
 * @param others all other places with a line
 */
public record BylineHabit(String authors, Set<Long> naming, Set<Long> others) {
    /** Nothing is told. */
    public static final BylineHabit NONE = new BylineHabit("", Set.of(), Set.of());

    public BylineHabit {
        naming = Set.copyOf(naming);
        others = Set.copyOf(others);
    }
}
