package dev.colophon.extract.page;

import java.util.HashSet;
import java.util.Set;

/** Text that says a few words over and over, as pages do out of sight to be found under them. */
final class Flood {
    private static final int FEWEST_WORDS = 200;
    private static final int MOST_WORDS = 2_000;
    /** Running text has a new word in every five or ten, this long. */
    private static final int WORDS_TO_A_NEW_ONE = 25;

    private Flood() {}

    /** Whether the beginning of a text, words divided by single spaces, repeats itself so. */
    static boolean is(String text) {
        Set<String> different = new HashSet<>();
        int words = 0;
        int at = 0;
        while (at < text.length() && words < MOST_WORDS) {
            int space = text.indexOf(' ', at);
            int end = space < 0 ? text.length() : space;
            different.add(text.substring(at, end));
            words++;
            at = end + 1;
        }
        return words >= FEWEST_WORDS && different.size() * WORDS_TO_A_NEW_ONE < words;
    }
}
