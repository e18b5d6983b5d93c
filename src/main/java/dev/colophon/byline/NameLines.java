package dev.colophon.byline;

import dev.colophon.text.NormalForm;
import java.util.List;

/**
 * Tells lines that are the name of a person and nothing else: {@code Ann-Marie Lee}, {@code 王小明}. A name without a role
 * word looks like many another line, so the first word, or the last, must be a known given name; East Asian names must
 * begin with a known surname.
 */
final class NameLines {
    private static final int LONGEST = 40;
    private static final int MOST_WORDS = 4;

    /** Two characters that begin with a surname are words more often than names. */
    private static final int LEAST_EAST_ASIAN = 3;

    private NameLines() {}

    static boolean isName(String line) {
        if (line.length() > LONGEST || line.length() < 2) {
            return false;
        }
        List<Token> tokens = Tokens.of(NormalForm.NFC.of(line.strip()));
        if (tokens.isEmpty()
                || tokens.size() > MOST_WORDS + 1
                || !tokens.stream().allMatch(Token::isWord)) {
            return false;
        }
        List<Token> words = withoutTitle(tokens);
        if (words.size() == 1) {
            boolean longEnough = words.get(0).text().length() >= LEAST_EAST_ASIAN;
            return longEnough && EastAsianNames.isName(words.get(0)) && !isOtherwise(words.get(0));
        }
        return words.size() <= MOST_WORDS
                && !Lexicon.PLACE.contains(Kinds.folded(words))
                && isWritten(words)
                && holdsGivenName(words)
                && !Kinds.isGroup(words);
    }

    private static List<Token> withoutTitle(List<Token> words) {
        PhraseSet.Match<Boolean> title = Lexicon.TITLE.longestAt(words, 0);
        return title == null || title.tokens() >= words.size() - 1
                ? words
                : words.subList(title.tokens(), words.size());
    }

    /** Capitals at the start of each word but particles, and no word that names have never. */
    private static boolean isWritten(List<Token> words) {
        for (int i = 0; i < words.size(); i++) {
            Token word = words.get(i);
            boolean inside = i > 0 && i < words.size() - 1 && Lexicon.PARTICLE.contains(word.folded());
            boolean small = Letters.isCased(word.text()) && !Letters.startsCapital(word.text());
            if (!inside
                    && (small
                            || isOtherwise(word)
                            || Letters.isEastAsian(word.text().codePointAt(0)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsGivenName(List<Token> words) {
        return isGiven(words.get(0)) || isGiven(words.get(words.size() - 1));
    }

    private static boolean isGiven(Token word) {
        return GivenNames.contains(word.folded());
    }

    /** Whether the word says something else, in whatever language. */
    private static boolean isOtherwise(Token word) {
        String folded = word.folded();
        return Lexicon.TAIL.contains(folded)
                || Lexicon.JOB.contains(folded)
                || Lexicon.MODIFIER.contains(folded)
                || Lexicon.ORGANISATION.contains(folded)
                || Lexicon.PLACE.contains(folded)
                || Lexicon.NOBODY.contains(folded)
                || Lexicon.AND.contains(folded)
                || Lexicon.MONTH.contains(folded)
                || Lexicon.WEEKDAY.contains(folded)
                || RoleWords.isRoleAlone(folded);
    }
}
