package dev.colophon.byline;

import java.util.ArrayList;
import java.util.List;

/**
 * The "and" of a language that stands inside names, too: {@code Ana Costa e Silva}, {@code Santiago Ramón y Cajal}. It joins
 * two persons only where a full name stands on both sides, {@code Ana Costa e João Silva}, or a given name alone,
 * {@code Ana y Luis}.
 */
final class InnerAnd {
    private InnerAnd() {}

    /**
     * Whether the word is "and" in one language and part of names in another, and here the latter.
     *
     * @param before the words since the last separator
     * @param at where the word stands
     */
    static boolean isInsideName(List<Token> before, List<Token> tokens, int at) {
        if (!Lexicon.PARTICLE.contains(tokens.get(at).folded())) {
            return false;
        }
        List<Token> after = wordsFrom(tokens, at + 1);
        if (Kinds.isGroup(after) || Kinds.isGroup(after.subList(0, 1)) || RoleWords.at(tokens, at + 1) != null) {
            return false;
        }
        boolean given = GivenNames.contains(after.get(0).folded());
        if (names(before) == 1) {
            return !given && !GivenNames.contains(before.get(before.size() - 1).folded());
        }
        return names(after) < 2 || (!given && isParticle(after.get(1)));
    }

    /** Up to the next separator or word that can be "and". */
    private static List<Token> wordsFrom(List<Token> tokens, int from) {
        List<Token> words = new ArrayList<>();
        for (int i = from; i < tokens.size() && tokens.get(i).isWord(); i++) {
            if (i > from && Lexicon.AND.contains(tokens.get(i).folded())) {
                break;
            }
            words.add(tokens.get(i));
        }
        return words;
    }

    private static int names(List<Token> words) {
        return (int) words.stream().filter(word -> !isParticle(word)).count();
    }

    private static boolean isParticle(Token word) {
        return Letters.startsSmall(word.text()) && Lexicon.PARTICLE.contains(word.folded());
    }

    /** {@code AND}, but not {@code DAN}, a name. */
    static boolean isShouted(Token token) {
        return token.text().length() > 2 && Letters.allCapitals(token.text()) && !GivenNames.contains(token.folded());
    }

    static boolean beginsCapital(Token token) {
        return Letters.isCased(token.text()) && !Letters.startsSmall(token.text());
    }
}
