package dev.colophon.extract.page;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import dev.colophon.text.Scripts;
import java.util.Arrays;

/**
 * The words of a text as 64-bit hashes, letter case ignored: runs of letters, marks and digits, and each character of a
 * script that is written without spaces.
 */
final class WordHashes {
    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /** Below this lie most scripts that write letters of two cases. */
    private static final int LETTERS = 0x2000;
    /** Below this lie the first letters that count as words of their own. */
    private static final int FIRST_ALONE = 0x0E00;

    private static final int ASCII = 0x80;
    private static final char[] LOWER = new char[LETTERS];
    /** Letters in lower case and digits; 0 for what is no part of a word. */
    private static final char[] PARTS = new char[ASCII];

    private static final boolean[] ALONE = new boolean[0x10000];

    static {
        for (int unit = 0; unit < LETTERS; unit++) {
            LOWER[unit] = (char) UCharacter.toLowerCase(unit);
        }
        for (int unit = 0; unit < ASCII; unit++) {
            PARTS[unit] = TextMatch.isWord(unit) ? LOWER[unit] : 0;
        }
        for (int unit = FIRST_ALONE; unit < ALONE.length; unit++) {
            ALONE[unit] = alone(unit);
        }
    }

    private long[] hashes;
    private int size;

    private WordHashes(int length) {
        hashes = new long[Math.min(16, length / 2 + 1)];
    }

    static long[] of(String text) {
        return of(text, 0, text.length());
    }

    /** The words of a part of a text. */
    static long[] of(String text, int start, int end) {
        WordHashes words = new WordHashes(end - start);
        words.read(text, start, end);
        return words.size == words.hashes.length ? words.hashes : Arrays.copyOf(words.hashes, words.size);
    }

    /** A hash in half as many bits. */
    static int fold(long hash) {
        return (int) (hash ^ hash >>> 32);
    }

    /** Hashes of every run of {@code length} words, in order; empty where there are fewer words. */
    static long[] runs(long[] words, int length) {
        long[] runs = new long[Math.max(0, words.length - length + 1)];
        for (int i = 0; i < runs.length; i++) {
            long hash = SEED;
            for (int k = i; k < i + length; k++) {
                hash = mix(hash * 31 + words[k]);
            }
            runs[i] = hash;
        }
        return runs;
    }

    private void read(String text, int start, int end) {
        long hash = SEED;
        boolean open = false;
        for (int i = start; i < end; i++) {
            int codePoint = text.charAt(i);
            int part = codePoint < ASCII ? PARTS[codePoint] : 0;
            if (part != 0) {
                hash = (hash ^ part) * PRIME;
                open = true;
                continue;
            }
            if (Character.isHighSurrogate((char) codePoint) && i + 1 < end) {
                codePoint = text.codePointAt(i);
                i += Character.charCount(codePoint) - 1;
            }
            if (codePoint < ASCII || !TextMatch.isWord(codePoint)) {
                open = close(open, hash);
                hash = SEED;
                continue;
            }
            boolean alone = standsAlone(codePoint);
            if (alone) {
                close(open, hash);
                hash = SEED;
            }
            hash = (hash ^ lower(codePoint)) * PRIME;
            open = true;
        }
        close(open, hash);
    }

    private boolean close(boolean open, long hash) {
        if (open) {
            if (size == hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * size);
            }
            hashes[size++] = mix(hash);
        }
        return false;
    }

    private static long mix(long hash) {
        long mixed = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }

    private static int lower(int codePoint) {
        if (codePoint < LETTERS) {
            return LOWER[codePoint];
        }
        boolean ideograph = codePoint >= 0x2E80 && codePoint < 0xA000;
        return ideograph ? codePoint : UCharacter.toLowerCase(codePoint);
    }

    /** Whether the character counts as a word of its own. Marks never do. */
    static boolean standsAlone(int codePoint) {
        return codePoint >= FIRST_ALONE && (codePoint < ALONE.length ? ALONE[codePoint] : alone(codePoint));
    }

    private static boolean alone(int codePoint) {
        return Scripts.isUnspaced(UScript.getScript(codePoint)) && Character.isLetter(codePoint);
    }
}
