package dev.colophon.extract.page;

/**
 * The words of a page that {@link WordOdds} knows something of, as 32-bit hashes: those that name its elements, and those
 * that its blocks begin and end with.
 */
final class PageWords {
    /** How far an element lies above a block; further ones count as the last. */
    static final int LEVELS = 3;

    /** How many words of a line stand before all of it: the first, the first two, the last. */
    static final int ENDS = 3;

    private static final int[] NOTHING = {};
    /** Characters that are enough for the words at either end of a text. */
    private static final int END = 80;

    /** A line of more words is known by its first and last alone. */
    private static final int MOST_OF_LINE = 30;

    private static final int FIRST = LEVELS;
    private static final int PAIR = LEVELS + 1;
    private static final int LAST = LEVELS + 2;
    private static final int ANY = LEVELS + 3;

    private final int[][] areas;
    private final int[][] lines;

    PageWords(PageMeasures page) {
        areas = new int[page.areas.size()][];
        for (int i = 0; i < areas.length; i++) {
            areas[i] = page.areas.get(i).names().words();
        }
        lines = new int[page.size()][];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = page.words(i) <= PageMeasures.MOST_WORDS
                    ? line(page.wordsOf(i))
                    : ends(page.block(i).text());
        }
    }

    /** A word in one of its places, which is what odds are known of. */
    static int placed(int word, int place) {
        int mixed = (word ^ place * 0x9E3779B9) * 0x85EBCA6B;
        return mixed ^ mixed >>> 15;
    }

    /** Names of an area's element, not yet placed. */
    int[] area(int index) {
        return areas[index];
    }

    /** Words of a block in their places: the first, the first two, the last, and where it is short every one. */
    int[] line(int index) {
        return lines[index];
    }

    private static int[] line(long[] words) {
        if (words.length == 0) {
            return NOTHING;
        }
        boolean all = words.length <= MOST_OF_LINE;
        int[] placed = new int[ENDS + (all ? words.length : 0)];
        placed[0] = placed(WordHashes.fold(words[0]), FIRST);
        placed[1] = placed(WordHashes.fold(words[0] * 31 + words[Math.min(1, words.length - 1)]), PAIR);
        placed[2] = placed(WordHashes.fold(words[words.length - 1]), LAST);
        for (int i = 0; all && i < words.length; i++) {
            placed[ENDS + i] = placed(WordHashes.fold(words[i]), ANY);
        }
        return placed;
    }

    /** The same of a long text, of which no more is read than its ends. */
    private static int[] ends(String text) {
        int[] first = line(WordHashes.of(text, 0, Math.min(END, text.length())));
        int[] last = line(WordHashes.of(text, Math.max(0, text.length() - END), text.length()));
        if (first.length < ENDS || last.length < ENDS) {
            return NOTHING;
        }
        return new int[] {first[0], first[1], last[2]};
    }
}
