package dev.colophon.extract.page;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

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

    private WordOdds(int[] words, byte[] odds) {
        this.words = words;
        this.odds = odds;
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
        int at = Arrays.binarySearch(words, word);
        return at < 0 ? 0 : odds[at] / STEPS;
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
