package dev.colophon.byline;

import com.ibm.icu.lang.UCharacter;
import java.util.List;

/**
 * The date with which a line begins or ends that holds a byline as well: {@code 12. Mai 2026 | Von Jan Klein}, {@code 03.02.2021
 * 18:45 Uhr Von: Jan Klein}, {@code Autor: Ivan Horvat, 3. veljače 2021. u 21:15}.
 */
final class DatePart {
    private static final int MOST_TOKENS = 20;

    private final List<Token> tokens;
    private int numbers;
    private boolean month;
    private boolean numeric;

    private DatePart(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The tokens behind a date at their start; all where there is none. */
    static List<Token> withoutFirst(List<Token> tokens) {
        return tokens.subList(new DatePart(tokens).endOfFirst(), tokens.size());
    }

    /** The tokens before a date at their end; all where there is none. */
    static List<Token> withoutLast(List<Token> tokens) {
        return tokens.subList(0, new DatePart(tokens).startOfLast());
    }

    /** {@code 12. Mai 2026}, {@code 2026. május 12.}, {@code 2026.05.12. 10:00}: the full stop belongs to a number of a date. */
    static boolean endsNumber(List<Token> tokens, int stop) {
        boolean number = stop > 0
                && tokens.get(stop).text().equals(".")
                && tokens.get(stop - 1).is(Token.Type.JUNK)
                && tokens.get(stop - 1).end() == tokens.get(stop).start();
        if (!number || stop + 1 >= tokens.size()) {
            return number;
        }
        Token next = tokens.get(stop + 1);
        return next.is(Token.Type.JUNK) || Lexicon.MONTH.contains(next.folded());
    }

    /** Where the date ends with which the line begins; 0 where there is none, or no byline begins there. */
    private int endOfFirst() {
        int at = 0;
        while (at < Math.min(MOST_TOKENS, tokens.size())) {
            if (isComplete() && RoleWords.at(tokens, at) != null) {
                return at;
            }
            if (!belongs(at)) {
                break;
            }
            note(tokens.get(at));
            at++;
        }
        boolean begins = at > 0
                && at < tokens.size()
                && (tokens.get(at - 1).is(Token.Type.BREAK)
                        || Letters.isEastAsian(tokens.get(at).text().codePointAt(0)));
        return isComplete() && begins ? at : 0;
    }

    /** Where the date begins with which the line ends; the end of the line where there is none. */
    private int startOfLast() {
        int at = tokens.size();
        while (at > 0 && tokens.size() - at < MOST_TOKENS && belongs(at - 1)) {
            at--;
            note(tokens.get(at));
        }
        return isComplete() ? at : tokens.size();
    }

    private boolean isComplete() {
        return numeric || (numbers > 0 && month) || numbers > 2;
    }

    private void note(Token token) {
        if (token.is(Token.Type.JUNK)) {
            numbers++;
            numeric |= isNumericDate(token.text());
        }
        month |= token.isWord() && Lexicon.MONTH.contains(token.folded());
    }

    private boolean belongs(int at) {
        Token token = tokens.get(at);
        return switch (token.type()) {
            case WORD -> isOfDate(token);
            case JUNK -> UCharacter.isDigit(token.text().codePointAt(0));
            case STOP, BREAK, COMMA, COLON, AND, LIST, OPEN, CLOSE -> true;
        };
    }

    private static boolean isOfDate(Token word) {
        String folded = word.folded();
        return Lexicon.MONTH.contains(folded)
                || Lexicon.WEEKDAY.contains(folded)
                || Lexicon.DATE.contains(folded)
                || Lexicon.TAIL.contains(folded)
                || (Letters.startsSmall(word.text()) && Lexicon.PARTICLE.contains(folded));
    }

    /** Day, month and year: {@code 03.02.2021}. */
    private static boolean isNumericDate(String number) {
        int marks = 0;
        int digits = 0;
        for (int i = 0; i < number.length(); i++) {
            marks += "./-\u5e74\u6708".indexOf(number.charAt(i)) >= 0 ? 1 : 0;
            digits += UCharacter.isDigit(number.charAt(i)) ? 1 : 0;
        }
        return marks >= 2 && digits >= 4 && digits <= 8;
    }
}
