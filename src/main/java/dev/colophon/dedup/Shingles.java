package dev.colophon.dedup;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import dev.colophon.text.Scripts;
import java.util.Arrays;

/**
 * The overlapping pieces of a text that its MinHash is made of: five units in a row. A unit is a word; in the scripts that
 * write no spaces between words (Han, Kana, Thai, Lao, Khmer, Myanmar) it is a character. Punctuation is no unit.
 *
 * <p>Five words are few enough that a changed word touches five shingles only, and enough that two texts on one matter share
 * next to none by chance.
 */
final class Shingles {
    /** Units in a shingle. */
    static final int UNITS = 5;

    /** No part of a unit: punctuation, white space. */
    private static final int NO_UNIT = 0;

    /** A letter of a word. */
    private static final int SPACED = 1;

    /** A unit by itself. */
    private static final int UNSPACED = 2;

    private static final UnitTable KINDS = new UnitTable(Shingles::kind);

    private static final long PRIME = 0x100000001B3L;
    private static final long BASIS = 0xCBF29CE484222325L;

    private Shingles() {}

    /**
     * The hashes of all shingles of a text in normal form, in reading order, repeats included; empty where the text has
     * fewer than {@value #UNITS} units.
     */
    static long[] of(String normal) {
        long[] units = units(normal);
        if (units.length < UNITS) {
            return new long[0];
        }
        long[] shingles = new long[units.length - UNITS + 1];
        for (int i = 0; i < shingles.length; i++) {
            long hash = BASIS;
            for (int j = 0; j < UNITS; j++) {
                hash = mix(hash ^ units[i + j]);
            }
            shingles[i] = hash;
        }
        return shingles;
    }

    private static long[] units(String normal) {
        long[] units = new long[normal.length() / 2 + 1];
        int count = 0;
        long word = BASIS;
        boolean open = false;
        for (int i = 0; i <= normal.length(); ) {
            char unit = i < normal.length() ? normal.charAt(i) : ' ';
            int codePoint = Character.isSurrogate(unit) ? normal.codePointAt(i) : unit;
            i += Character.charCount(codePoint);
            int kind = codePoint == unit ? KINDS.of(unit) : kind(codePoint);
            boolean inWord = kind != NO_UNIT;
            boolean alone = kind == UNSPACED;
            if (open && (!inWord || alone)) {
                units = put(units, count++, word);
                open = false;
                word = BASIS;
            }
            if (alone) {
                units = put(units, count++, mix(codePoint));
            } else if (inWord) {
                word = (word ^ codePoint) * PRIME;
                open = true;
            }
        }
        return Arrays.copyOf(units, count);
    }

    private static long[] put(long[] units, int place, long unit) {
        long[] room = place < units.length ? units : Arrays.copyOf(units, units.length * 2);
        room[place] = unit;
        return room;
    }

    private static int kind(int codePoint) {
        if (!isWordPart(codePoint)) {
            return NO_UNIT;
        }
        return Scripts.isUnspaced(UScript.getScript(codePoint)) ? UNSPACED : SPACED;
    }

    private static boolean isWordPart(int codePoint) {
        return switch (UCharacter.getType(codePoint)) {
            case UCharacter.NON_SPACING_MARK, UCharacter.COMBINING_SPACING_MARK, UCharacter.ENCLOSING_MARK -> true;
            default -> UCharacter.isLetterOrDigit(codePoint);
        };
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014). */
    static long mix(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
