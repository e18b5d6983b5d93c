package dev.colophon.byline;

import java.util.List;

/** Tells words that can be parts of a name by how they are written. */
final class NameParts {
    private static final int MOST_WORDS = 4;

    private NameParts() {}

    /** With a capital, or in a script that has none. */
    static boolean isNamePart(Token word) {
        return !Letters.isCased(word.text()) || Letters.startsCapital(word.text());
    }

    /** Whether two such words stand at {@code from}. */
    static boolean isFullNameAt(List<Token> tokens, int from) {
        return from + 1 < tokens.size()
                && tokens.get(from).isWord()
                && isNamePart(tokens.get(from))
                && tokens.get(from + 1).isWord()
                && isNamePart(tokens.get(from + 1));
    }

    /** Whether the words can be one whole name. */
    static boolean mayBeName(List<Token> words) {
        if (EastAsianNames.isEastAsian(words.get(0))) {
            return words.size() == 1 && EastAsianNames.isName(words.get(0));
        }
        return words.size() > 1 && words.size() <= MOST_WORDS && words.stream().allMatch(NameParts::isNamePart);
    }
}
