package dev.colophon.extract.page;

import com.ibm.icu.lang.UCharacter;

/** What a line of text looks like, counted in one pass over its first characters. */
final class TextShape {
    private static final int LOOKED_AT = 4_000;

    int words;
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
        boolean inWord = false;
        int end = Math.min(text.length(), LOOKED_AT);
        int codePoint = 0;
        for (int i = 0; i < end; i++) {
            codePoint = text.charAt(i);
            if (Character.isHighSurrogate((char) codePoint)) {
                codePoint = text.codePointAt(i);
                i += Character.charCount(codePoint) - 1;
            }
            first = length++ == 0 ? codePoint : first;
            boolean word = codePoint < 0x80 ? asciiWord(codePoint) : TextMatch.isWord(codePoint);
            if (word) {
                boolean begins = !inWord || WordHashes.standsAlone(codePoint);
                words += begins ? 1 : 0;
                count(codePoint, begins);
            } else {
                mark(codePoint);
            }
            inWord = word;
        }
        last = codePoint;
    }

    private void count(int codePoint, boolean begins) {
        if (codePoint < 0x80) {
            boolean big = codePoint >= 'A' && codePoint <= 'Z';
            upper += big ? 1 : 0;
            capitalised += big && begins ? 1 : 0;
            digits += codePoint <= '9' ? 1 : 0;
        } else {
            int bits = Characters.of(codePoint);
            boolean big = (bits & Characters.CAPITAL) != 0 && UCharacter.isUpperCase(codePoint);
            upper += big ? 1 : 0;
            capitalised += big && begins ? 1 : 0;
            digits += (bits & Characters.DIGIT) != 0 ? 1 : 0;
        }
    }

    private void mark(int codePoint) {
        if (codePoint == ' ') {
            return;
        }
        symbols++;
        boolean end = codePoint < 0x80
                ? codePoint == '.' || codePoint == '!' || codePoint == '?'
                : (Characters.of(codePoint) & Characters.SENTENCE_END) != 0;
        sentences += end ? 1 : 0;
        separators += switch (codePoint) {
            case '|', '·', '•', '»', '›', '/', '→', '©' -> 1;
            default -> 0;
        };
    }

    private static boolean asciiWord(int codePoint) {
        return (codePoint >= 'a' && codePoint <= 'z')
                || (codePoint >= 'A' && codePoint <= 'Z')
                || (codePoint >= '0' && codePoint <= '9');
    }
}
