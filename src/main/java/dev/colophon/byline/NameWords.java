package dev.colophon.byline;

/** What is known of single words of names. Thread-safe. */
public final class NameWords {
    private NameWords() {}

    /** Whether the folded word is a given name in any of the languages that are known. */
    public static boolean isGivenName(String folded) {
        return GivenNames.contains(folded);
    }

    /** Whether the folded word stands before a name and is no part of it: {@code dr}. */
    public static boolean isTitle(String folded) {
        return Lexicon.TITLE.contains(folded);
    }

    /** Whether the folded word stands after a name and is no part of it: {@code phd}. */
    public static boolean isGeneration(String folded) {
        return Lexicon.GENERATION.contains(folded);
    }

    /** Whether a word stands after a name and is no part of it. */
    public static boolean isDegree(String folded) {
        return Lexicon.DEGREE.contains(folded);
    }
}
