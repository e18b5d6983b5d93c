package dev.colophon.extract.page;

import java.util.Arrays;
import org.jsoup.nodes.Element;

/**
 * The words of a page that {@link WordOdds} knows something of, as 32-bit hashes: those that name its elements, and those
 * that its blocks begin and end with.
 */
final class PageWords {
    /** How far an element lies above a block; further ones count as the last. */
    static final int LEVELS = 3;

    private static final String[] NAMES = {"class", "id", "itemprop", "data-testid", "data-component"};
    private static final int MOST_OF_AREA = 40;
    /** A line of more words is known by its first and last alone. */
    private static final int MOST_OF_LINE = 30;

    private static final int FIRST = LEVELS;
    private static final int PAIR = LEVELS + 1;
    private static final int LAST = LEVELS + 2;
    private static final int ANY = LEVELS + 3;

    private final int[][] areas;
    private final int[][] lines;

    PageWords(PageOutline page) {
        areas = page.areas().stream().map(area -> names(area.element())).toArray(int[][]::new);
        lines = page.blocks().stream().map(block -> words(block.text())).toArray(int[][]::new);
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

    private static int[] names(Element element) {
        int[] names = new int[MOST_OF_AREA];
        int count = 0;
        for (String attribute : NAMES) {
            String value = element.attr(attribute);
            int start = 0;
            while (start < value.length() && count < MOST_OF_AREA) {
                int end = start;
                while (end < value.length() && value.charAt(end) > ' ') {
                    end++;
                }
                count = add(names, count, value.substring(start, end));
                start = end + 1;
            }
        }
        return distinct(names, count);
    }

    /** The parts of a name, and the name itself where it has several. */
    private static int add(int[] names, int count, String name) {
        long[] parts = WordHashes.of(name);
        int at = count;
        for (int i = 0; i < parts.length && at < names.length; i++) {
            names[at++] = fold(parts[i]);
        }
        if (parts.length > 1 && at < names.length) {
            names[at++] = fold(WordHashes.runs(parts, parts.length)[0]);
        }
        return at;
    }

    private static int[] words(String text) {
        long[] words = WordHashes.of(text);
        if (words.length == 0) {
            return new int[0];
        }
        boolean all = words.length <= MOST_OF_LINE;
        int[] placed = new int[3 + (all ? words.length : 0)];
        placed[0] = placed(fold(words[0]), FIRST);
        placed[1] = placed(fold(words[0] * 31 + words[Math.min(1, words.length - 1)]), PAIR);
        placed[2] = placed(fold(words[words.length - 1]), LAST);
        for (int i = 0; all && i < words.length; i++) {
            placed[3 + i] = placed(fold(words[i]), ANY);
        }
        return placed;
    }

    private static int fold(long hash) {
        return (int) (hash ^ hash >>> 32);
    }

    private static int[] distinct(int[] names, int count) {
        Arrays.sort(names, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || names[i] != names[i - 1]) {
                names[kept++] = names[i];
            }
        }
        return Arrays.copyOf(names, kept);
    }
}
