package dev.colophon.byline;

import dev.colophon.text.NameFolding;

/**
 * The "and" that Hebrew and Arabic write to the word behind it: {@code יעל בן־דוד ואורי כץ}, {@code أحمد منصور وليلى حداد}.
 * Names begin with that letter too, so that a given name is never cut, and in Arabic, where they are many, only what is one
 * without it.
 */
final class AttachedAnd {
    private static final char VAV = '\u05d5';
    private static final char WAW = '\u0648';

    private AttachedAnd() {}

    /** Whether the word is "and" and a name. */
    static boolean begins(String word) {
        char first = word.charAt(0);
        if (word.length() < 3 || (first != VAV && first != WAW) || isGivenName(word)) {
            return false;
        }
        return first == VAV ? word.charAt(1) != VAV : isGivenName(word.substring(1));
    }

    private static boolean isGivenName(String word) {
        return GivenNames.contains(NameFolding.fold(word));
    }
}
