package dev.colophon.extract.page;

import com.ibm.icu.lang.UCharacter;

/** What a line of text looks like, counted in one pass over its first characters. */
final class TextShape {
    private static final int LOOKED_AT = 4_000;

    /** Bits of a count; no more characters are looked at than it holds. */
    private static final int COUNT = 12;

    private static final int UPPER = 0;
    private static final int DIGITS = COUNT;
    private static final int SYMBOLS = 2 * COUNT;
    private static final int SENTENCES = 3 * COUNT;
    private static final int SEPARATORS = 4 * COUNT;
    /** From here on no count but what a character is: it may overflow. */
    private static final int WORD = 5 * COUNT;

    private static final int ASCII = 0x80;
    /** What each ASCII character adds to the counts. */
    private static final long[] COUNTS = new long[ASCII];

    static {
        for (int unit = 0; unit < ASCII; unit++) {
            COUNTS[unit] = counts(unit);
        }
    }

    int sentences;
    int upper;
    int digits;
    int symbols;
    int separators;
    int capitalised;
    int length;
    int first;
    int last;

    TextShape(String text) {
        int end = Math.min(text.length(), LOOKED_AT);
        first = end == 0 ? 0 : text.codePointAt(0);
        long all = 0;
        int inWord = 0;
        for (int i = 0; i < end; i++) {
            int codePoint = text.charAt(i);
            if (codePoint >= ASCII) {
                codePoint = text.codePointAt(i);
                i += Character.charCount(codePoint) - 1;
            }
            long counts = codePoint < ASCII ? COUNTS[codePoint] : counts(codePoint);
            int word = (int) (counts >>> WORD);
            all += counts;
            capitalised += (int) counts & word & (WordHashes.standsAlone(codePoint) ? 1 : 1 - inWord);
            inWord = word;
            last = codePoint;
            length++;
        }
        count(all);
    }

    private void count(long all) {
        upper = count(all, UPPER);
        digits = count(all, DIGITS);
        symbols = count(all, SYMBOLS);
        sentences = count(all, SENTENCES);
        separators = count(all, SEPARATORS);
    }

    private static int count(long all, int place) {
        return (int) (all >>> place) & (1 << COUNT) - 1;
    }

    /** One for each count that the character belongs to, and whether it is part of a word. */
    private static long counts(int codePoint) {
        int bits = Characters.of(codePoint);
        if (!TextMatch.isWord(codePoint)) {
            return mark(codePoint, bits);
        }
        boolean upper = (bits & Characters.CAPITAL) != 0 && UCharacter.isUpperCase(codePoint);
        return 1L << WORD | (upper ? 1L << UPPER : 0) | ((bits & Characters.DIGIT) != 0 ? 1L << DIGITS : 0);
    }

    private static long mark(int codePoint, int bits) {
        if (codePoint == ' ') {
            return 0;
        }
        long separator = switch (codePoint) {
            case '|', '·', '•', '»', '›', '/', '→', '©' -> 1L << SEPARATORS;
            default -> 0;
        };
        return 1L << SYMBOLS | separator | ((bits & Characters.SENTENCE_END) != 0 ? 1L << SENTENCES : 0);
    }
}
