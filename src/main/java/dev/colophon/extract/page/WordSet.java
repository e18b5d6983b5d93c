package dev.colophon.extract.page;

/** A few words by their {@link WordHashes}. Immutable. */
final class WordSet {
    /** An open table, 0 where nothing is; a quarter of it is taken at most. */
    private final long[] table;

    private final boolean empty;

    WordSet(long[] words) {
        this.empty = words.length == 0;
        this.table = new long[Math.max(16, Integer.highestOneBit(words.length) * 8)];
        for (long word : words) {
            table[place(word)] = word;
        }
    }

    /** The share of the words that are in the set, 0 to 1; 0 where there are none. */
    float share(long[] words) {
        int common = 0;
        for (long word : words) {
            common += table[place(word)] == word ? 1 : 0;
        }
        return empty || words.length == 0 ? 0 : (float) common / words.length;
    }

    /** Where the word is, or where it would be. */
    private int place(long word) {
        int mask = table.length - 1;
        int at = (int) (word >>> 40) & mask;
        while (table[at] != 0 && table[at] != word) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
