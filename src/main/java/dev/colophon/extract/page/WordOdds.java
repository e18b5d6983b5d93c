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
    /** Places of the words, one more than their index, found by their hash; 0 where there is none. */
    private final int[] places;

    private WordOdds(int[] words, byte[] odds) {
        this.words = words;
        this.odds = odds;
        this.places = new int[Integer.highestOneBit(Math.max(1, words.length)) * 4];
        for (int i = 0; i < words.length; i++) {
            places[slot(words[i])] = i + 1;
        }
    }

    /** Where the word stands or would stand; words are hashes and need no other. */
    private int slot(int word) {
        int slot = word & places.length - 1;
        while (places[slot] != 0 && words[places[slot] - 1] != word) {
            slot = slot + 1 & places.length - 1;
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
        int place = places[slot(word)];
        return place == 0 ? 0 : odds[place - 1] / STEPS;
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
