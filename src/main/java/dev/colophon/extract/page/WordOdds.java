package dev.colophon.extract.page;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How much more often than others a block is text that lies in an element of a certain name, or that holds a certain word:
 * log-odds against those of any block, learned over many sites, each site counting once. Immutable.
 */
final class WordOdds {
    /** Nothing is known of any word. */
    static final WordOdds NONE = new WordOdds(new int[0], new byte[0]);

    /** Steps of a log-odd that a byte counts. */
    private static final float STEPS = 24;

    private final int[] words;
    private final byte[] odds;
    /** The words by their hash; 0 where there is none. */
    private final int[] table;
    /** A bit for each place of the table that is taken: most words are unknown, and all bits fit into a near cache. */
    private final long[] taken;
    /** What is known of the word in the same place of the table. */
    private final byte[] known;
    /** What is known of the one word that the table cannot tell from none. */
    private byte ofZero;

    private WordOdds(int[] words, byte[] odds) {
        this.words = words;
        this.odds = odds;
        this.table = new int[Integer.highestOneBit(Math.max(1, words.length)) * 4];
        this.known = new byte[table.length];
        this.taken = new long[Math.max(1, table.length / Long.SIZE)];
        for (int i = 0; i < words.length; i++) {
            int slot = slot(words[i]);
            table[slot] = words[i];
            known[slot] = odds[i];
            taken[slot / Long.SIZE] |= 1L << slot;
            ofZero = words[i] == 0 ? odds[i] : ofZero;
        }
    }

    /** Where the word stands or would stand; words are hashes and need no other. */
    private int slot(int word) {
        int slot = word & table.length - 1;
        while (table[slot] != 0 && table[slot] != word) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    /**
     * What was learned.
     *
     * @param words placed words in ascending order
     * @param odds their log-odds, natural logarithms
     */
    static WordOdds of(int[] words, float[] odds) {
        byte[] steps = new byte[odds.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (byte) Math.max(-127, Math.min(127, Math.round(odds[i] * STEPS)));
        }
        return new WordOdds(words.clone(), steps);
    }

    /** 0 where nothing is known. */
    float of(int word) {
        int place = word & table.length - 1;
        if ((taken[place / Long.SIZE] & 1L << place) == 0) {
            return 0;
        }
        int slot = slot(word);
        int steps = table[slot] != word ? 0 : word == 0 ? ofZero : known[slot];
        return steps / STEPS;
    }

    static WordOdds read(DataInput in) throws IOException {
        int[] words = new int[in.readInt()];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.readInt();
        }
        byte[] odds = new byte[words.length];
        in.readFully(odds);
        return new WordOdds(words, odds);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(words.length);
        for (int word : words) {
            out.writeInt(word);
        }
        out.write(odds);
    }
}
