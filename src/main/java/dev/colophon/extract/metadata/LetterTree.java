package dev.colophon.extract.metadata;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Words as ways from the root of a tree, a letter a step. Places are numbers and all steps lie in one table, so that a walk
 * touches little memory. Immutable once filled.
 */
final class LetterTree {
    /** Where every word begins. */
    static final int ROOT = 1;
    /** Where no word leads; nothing goes on from there. */
    static final int NOWHERE = 0;

    private static final int COUNT = 26;

    /** For each place and letter from a to z the next place. */
    private short[] next = new short[COUNT << 6];
    /** The same for other letters, by place and letter. */
    private final Map<Integer, Integer> others = new HashMap<>();
    /** The bit of the word that ends in a place; 0 where none does. */
    private int[] words = new int[1 << 6];
    /** The bit of what ends in a place and may go on; 0 where nothing does. */
    private int[] affixes = new int[1 << 6];

    private int size = ROOT + 1;

    void add(CharSequence word, int bit) {
        int place = made(word);
        words[place] = bit;
    }

    /** Adds what other letters may follow. */
    void addAffix(CharSequence letters, int bit) {
        int place = made(letters);
        affixes[place] = bit;
    }

    /** Where a letter leads from a place; {@link #NOWHERE} where no word goes on with it. */
    int then(int place, char letter) {
        int step = letter - 'a';
        if (step >= 0 && step < COUNT) {
            return next[place * COUNT + step];
        }
        return letter < 0x80 ? NOWHERE : others.getOrDefault(place << Character.SIZE | letter, NOWHERE);
    }

    int word(int place) {
        return words[place];
    }

    int affix(int place) {
        return affixes[place];
    }

    private int made(CharSequence letters) {
        int at = ROOT;
        for (int i = 0; i < letters.length(); i++) {
            int known = then(at, letters.charAt(i));
            at = known == NOWHERE ? make(at, letters.charAt(i)) : known;
        }
        return at;
    }

    private int make(int place, char letter) {
        if (size == words.length) {
            next = Arrays.copyOf(next, 2 * next.length);
            words = Arrays.copyOf(words, 2 * size);
            affixes = Arrays.copyOf(affixes, 2 * size);
        }
        if (letter >= 'a' && letter <= 'z') {
            next[place * COUNT + letter - 'a'] = (short) size;
        } else {
            others.put(place << Character.SIZE | letter, size);
        }
        return size++;
    }
}
