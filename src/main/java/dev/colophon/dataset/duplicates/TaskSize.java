package dev.colophon.dataset.duplicates;

/**
 * How much is one task: a second or two.
 *
 * @param texts that it compares, about
 * @param pairs of them, at most
 * @param documents whose keys it reads, and about as many whose keys it looks up
 */
record TaskSize(int texts, int pairs, int documents) {
    /** For documents of usual length. */
    static final TaskSize USUAL = new TaskSize(8_000, 1 << 18, 100_000);
}
