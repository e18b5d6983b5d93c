package dev.colophon.extract.page;

import com.google.common.base.Ascii;
import java.util.BitSet;

/**
 * The first words of some phrases: tells most lines that begin with none of them by their first letters alone, before they are
 * folded. Not thread-safe until filled.
 */
final class LineStarts {
    private static final int HASH_MASK = (1 << 14) - 1;
    /** The bit that tells small letters of ASCII from capitals. */
    private static final int CASE = 0x20;

    /** Bits of the words' hashes; a word may be taken for another, never the other way round. */
    private final BitSet hashes = new BitSet();

    /** Adds the first word of a folded phrase. */
    void add(String phrase) {
        hashes.set(hash(phrase, endOfLetters(phrase)));
    }

    /** False where the first word of a line is plain, stands alone and begins none of the phrases. */
    boolean mayBegin(String line) {
        int end = endOfLetters(line);
        boolean plain = end > 0 && (end == line.length() || line.charAt(end) == ' ');
        return !plain || hashes.get(hash(line, end));
    }

    /** Where the ASCII letters end that a line begins with. */
    private static int endOfLetters(String line) {
        int end = 0;
        while (end < line.length() && Ascii.isLowerCase((char) (line.charAt(end) | CASE))) {
            end++;
        }
        return end;
    }

    /** A hash of a line's first letters, whatever their case. */
    private static int hash(String line, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + (line.charAt(i) | CASE);
        }
        return hash & HASH_MASK;
    }
}
