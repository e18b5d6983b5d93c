package dev.colophon.byline;

import dev.colophon.text.NormalForm;
import java.util.ArrayList;
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

    private static final int LONGEST_SIGNATURE = 70;
    private static final int MOST_PARTS = 3;
    private static final String DASHES = "-\u2013\u2014\u2015~";

    private NameLines() {}

    /**
     * Whether a line is who signed it: one name or several, {@code Ann Lee and Tom Berg}, with a town, a job or an agency
     * behind it, behind a dash or in brackets.
     */
    static boolean isSignature(String line) {
        if (line.length() > LONGEST_SIGNATURE) {
            return false;
        }
        String text = withoutMarks(NormalForm.NFC.of(line.strip()));
        List<List<Token>> parts = parts(Tokens.of(text));
        return !parts.isEmpty()
                && parts.size() <= MOST_PARTS
                && isFullName(parts.get(0))
                && parts.stream().skip(1).allMatch(NameLines::mayFollow);
    }

    private static boolean isFullName(List<Token> words) {
        return words.size() > 1
                && Letters.count(words.get(words.size() - 1).text()) > 1
                && isGiven(words.get(0))
                && !Lexicon.NO_PHOTOGRAPHER.contains(words.get(0).folded())
                && isName(words);
    }

    private static String withoutMarks(String line) {
        if (line.length() > 2 && DASHES.indexOf(line.charAt(0)) >= 0) {
            return line.substring(1).strip();
        }
        boolean bracketed = line.length() > 2
                && "(\uff08[".indexOf(line.charAt(0)) >= 0
                && ")\uff09]".indexOf(line.charAt(line.length() - 1)) >= 0;
        return bracketed ? line.substring(1, line.length() - 1).strip() : line;
    }

    /** The words between commas, slashes and words like "and"; none where there is another mark, or nothing between two. */
    private static List<List<Token>> parts(List<Token> tokens) {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> open = new ArrayList<>();
        for (Token token : tokens) {
            boolean mark = token.is(Token.Type.COMMA) || token.is(Token.Type.LIST) || token.is(Token.Type.AND);
            boolean and = token.isWord() && Lexicon.AND.contains(token.folded()) && open.size() > 1;
            if (mark || and) {
                if (open.isEmpty()) {
                    return List.of();
                }
                parts.add(open);
                open = new ArrayList<>();
            } else if (token.isWord()) {
                open.add(token);
            } else {
                return List.of();
            }
        }
        parts.add(open);
        return open.isEmpty() ? List.of() : parts;
    }

    /** Whether words behind a name may be another one, a town, a job or an agency. */
    private static boolean mayFollow(List<Token> words) {
        return isFullName(words)
                || Lexicon.PLACE.contains(Kinds.folded(words))
                || Kinds.isAgency(Kinds.folded(words))
                || Lexicon.JOB.standsIn(words);
    }

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
        return isName(tokens);
    }

    private static boolean isName(List<Token> tokens) {
        List<Token> words = withoutTitle(tokens);
        if (words.size() == 1) {
            boolean longEnough = words.get(0).text().length() >= LEAST_EAST_ASIAN;
            return longEnough
                    && EastAsianNames.isName(words.get(0))
                    && !isOtherwise(words.get(0))
                    && !Lexicon.AND.contains(words.get(0).folded());
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
                            || (Lexicon.AND.contains(word.folded()) && !(i == 0 && isGiven(word)))
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
                || Lexicon.MONTH.contains(folded)
                || Lexicon.WEEKDAY.contains(folded)
                || RoleWords.isRoleAlone(folded);
    }
}
