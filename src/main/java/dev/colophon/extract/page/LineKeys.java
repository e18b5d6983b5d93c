package dev.colophon.extract.page;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;

/**
 * Keys of lines that read alike: letter case, punctuation and numbers do not count, so that {@code 3 comments} and
 * {@code 1,204 Comments} have one key. Takes one pass and makes no strings.
 */
final class LineKeys {
    /** The key of a line without letters and digits. */
    static final long NONE = 0;

    private static final long SEED = 0x243F6A8885A308D3L;
    private static final int NUMBER = 1 << UCharacterCategory.DECIMAL_DIGIT_NUMBER
            | 1 << UCharacterCategory.LETTER_NUMBER
            | 1 << UCharacterCategory.OTHER_NUMBER;
    /** From here on no script has letter cases, but a few in planes that few pages use. */
    private static final int CASELESS = 0x2E80;

    private LineKeys() {}

    /** The key; {@link #NONE} where the line holds neither letters nor digits. */
    static long of(String line) {
        long hash = SEED;
        int last = 0;
        boolean gap = false;
        for (int i = 0; i < line.length(); ) {
            int codePoint = line.codePointAt(i);
            i += Character.charCount(codePoint);
            int folded = folded(codePoint);
            if (folded == 0) {
                gap = true;
            } else if (folded != '0' || last != '0') {
                hash = gap && last != 0 ? step(hash, ' ') : hash;
                hash = step(hash, folded);
                last = folded;
                gap = false;
            } else {
                gap = false; // 12:45, 1,204 and 2026-11-22 are one number
            }
        }
        return last == 0 ? NONE : finished(hash);
    }

    /** A key for which everything counts; never {@link #NONE}. */
    static long exactly(String text) {
        return finished(hash(text, 0, text.length()));
    }

    /** The state after the code units of a part of a text. */
    static long hash(String text, int from, int to) {
        long hash = SEED;
        for (int i = from; i < to; i++) {
            hash = step(hash, text.charAt(i));
        }
        return hash;
    }

    /** A letter or mark in lower case, {@code '0'} for any digit, 0 for what stands between words. */
    private static int folded(int codePoint) {
        if (codePoint < 0x80) {
            if (codePoint >= 'a' && codePoint <= 'z') {
                return codePoint;
            }
            if (codePoint >= 'A' && codePoint <= 'Z') {
                return codePoint + ('a' - 'A');
            }
            return codePoint >= '0' && codePoint <= '9' ? '0' : 0;
        }
        int type = 1 << UCharacter.getType(codePoint);
        if ((type & TextMatch.WORD) == 0) {
            return 0;
        }
        if ((type & NUMBER) != 0) {
            return '0';
        }
        return codePoint >= CASELESS && codePoint <= 0xFFFF ? codePoint : UCharacter.foldCase(codePoint, true);
    }

    static long step(long hash, long value) {
        long mixed = (hash ^ value) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }

    /** The last rounds of MurmurHash3, so that every bit of the state counts for every bit of the key. */
    static long finished(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        mixed ^= mixed >>> 33;
        return mixed == NONE ? 1 : mixed;
    }
}
