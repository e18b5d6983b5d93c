package dev.colophon.byline;

import com.ibm.icu.lang.UCharacter;
import java.util.List;

/** Tells which words beside a role word make it introduce a name. */
final class Introductions {
    private static final int SHORT_LABEL = 3;

    private Introductions() {}

    /** Whether a noun such as "author" introduces what follows it without a colon. */
    static boolean labels(List<Token> tokens, int next) {
        if (next >= tokens.size()) {
            return false;
        }
        Token token = tokens.get(next);
        return switch (token.type()) {
            case LIST, BREAK -> next + 1 < tokens.size();
            case WORD -> beginsName(token) && !needsMark(tokens.get(next - 1));
            case AND ->
                next + 1 < tokens.size() && tokens.get(next + 1).isWord() && RoleWords.at(tokens, next + 1) != null;
            default -> false;
        };
    }

    /**
     * Whether a label needs a mark behind it: short ones, as {@code Red} is short for editors in one language and a colour
     * in another, and the names of desks, which go on without one: {@code Redacción Diario}.
     */
    private static boolean needsMark(Token label) {
        return Letters.isCased(label.text())
                && (label.text().length() <= SHORT_LABEL || Lexicon.DESK.contains(label.folded()));
    }

    private static boolean beginsName(Token token) {
        String folded = token.folded();
        boolean cased = Letters.isCased(token.text());
        return (!cased || Letters.startsCapital(token.text()) || Lexicon.AND.contains(folded))
                && !Lexicon.TAIL.contains(folded)
                && !Lexicon.JOB.contains(folded)
                && !Lexicon.MODIFIER.contains(folded)
                && !Lexicon.DESK.contains(folded);
    }

    /** Whether one word after "von" or "por" is enough: an agency, a desk, an account in small letters. */
    static boolean standsAlone(Token word) {
        return Lexicon.AGENCY.contains(word.folded())
                || Lexicon.DESK.contains(word.folded())
                || Letters.startsSmall(word.text());
    }

    /** Whether words before a role word say nothing of anybody: a weekday, {@code Posted}. */
    static boolean saysNothing(List<Token> words) {
        return words.stream()
                .allMatch(word -> Lexicon.TAIL.contains(word.folded())
                        || Lexicon.WEEKDAY.contains(word.folded())
                        || Lexicon.MONTH.contains(word.folded()));
    }

    /** Whether a word with digits is a reader's account rather than an address or a date: {@code freeman1984}. */
    static boolean isAccount(List<Token> tokens, int index) {
        return index < tokens.size()
                && tokens.get(index).is(Token.Type.JUNK)
                && UCharacter.isLetter(tokens.get(index).text().codePointAt(0))
                && tokens.get(index).text().chars().noneMatch(unit -> "@:/.,".indexOf(unit) >= 0);
    }
}
