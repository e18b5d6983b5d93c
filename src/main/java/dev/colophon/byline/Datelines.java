package dev.colophon.byline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the news agency that a report's first words name beside the place, {@code WASHINGTON (AP) —}, {@code МОСКВА, 5 июня.
 * /ТАСС/.}, {@code 新华社北京6月5日电}, or its last ones, {@code … evacuated so far. (AFP)}. Takes time linear in the words.
 */
final class Datelines {
    private static final int MOST_TOKENS = 18;
    private static final int MOST_PLACE_WORDS = 6;

    /** Where the dateline of a Chinese agency ends. */
    private static final int LONGEST_CHINESE = 24;

    private static final int SHORTEST_UNBRACKETED = 3;
    private static final String CHINESE_WIRE = "\u7535\u96fb\u8baf\u8a0a";
    private static final String SENTENCE_END = ".!?\u2026\u3002\"\u201d\u2019\u00bb\u0964\u061f";

    private Datelines() {}

    /** The agency that the first words of a paragraph name; null where they name none. */
    static @Nullable String agency(String head) {
        String chinese = ofChinese(head);
        if (chinese != null) {
            return chinese;
        }
        List<Token> tokens = Tokens.of(head);
        int words = 0;
        for (int i = 0; i < Math.min(MOST_TOKENS, tokens.size()) && words <= MOST_PLACE_WORDS; i++) {
            int end = isBehindMark(tokens, i) ? endOfAgency(tokens, i) : i;
            if (end > i && isDateline(tokens, i, end)) {
                return name(head, tokens, i, end);
            }
            Token token = tokens.get(i);
            if (token.is(Token.Type.COLON) || (token.isWord() && !mayStandBefore(token))) {
                return null;
            }
            words += token.isWord() ? 1 : 0;
        }
        return null;
    }

    /** The agency that the last words of a text name behind its last sentence; null where they name none. */
    static @Nullable String closing(String tail) {
        List<Token> tokens = Tokens.of(tail);
        int end = tokens.size();
        boolean bracketed = end > 0 && tokens.get(end - 1).is(Token.Type.CLOSE);
        int start = end - 1;
        while (start > 0 && !tokens.get(start).is(bracketed ? Token.Type.OPEN : Token.Type.BREAK)) {
            start--;
        }
        if (start < 0 || !tokens.get(start).is(bracketed ? Token.Type.OPEN : Token.Type.BREAK)) {
            return null;
        }
        int after = endOfAgency(tokens, start + 1);
        boolean ends = after > start + 1 && (bracketed ? isPartOfBrackets(tokens, after) : after == end);
        String before = tail.substring(0, tokens.get(start).start()).stripTrailing();
        boolean sentence = before.isEmpty() || SENTENCE_END.indexOf(before.charAt(before.length() - 1)) >= 0;
        return ends && sentence ? name(tail, tokens, start + 1, after) : null;
    }

    /** As shown, without the full stop behind it. */
    private static String name(String text, List<Token> tokens, int from, int to) {
        String shown =
                text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
        boolean stopped = to - from > 1 && shown.endsWith(".");
        return stopped ? shown.substring(0, shown.length() - 1) : shown;
    }

    /** {@code 新华社北京6月5日电}: the agency begins it, a day and the word for a wire end it. */
    private static @Nullable String ofChinese(String head) {
        if (head.isEmpty() || !Letters.isHan(head.substring(0, 1))) {
            return null;
        }
        int wire = 0;
        while (wire < Math.min(LONGEST_CHINESE, head.length()) && CHINESE_WIRE.indexOf(head.charAt(wire)) < 0) {
            wire++;
        }
        boolean dated = wire < Math.min(LONGEST_CHINESE, head.length()) && head.charAt(wire - 1) == '\u65e5';
        for (int length = 5; dated && length >= 3; length--) {
            if (length < wire && Lexicon.AGENCY.contains(head.substring(0, length))) {
                return head.substring(0, length);
            }
        }
        return null;
    }

    /** Capitals, numbers' words and particles: what places and days are written with. */
    private static boolean mayStandBefore(Token word) {
        return !Letters.startsSmall(word.text())
                || Lexicon.MONTH.contains(word.folded())
                || Lexicon.DATE.contains(word.folded())
                || Lexicon.PARTICLE.contains(word.folded())
                || Lexicon.AGENCY.contains(word.folded());
    }

    private static boolean isBehindMark(List<Token> tokens, int at) {
        if (at == 0 || !tokens.get(at).isWord()) {
            return false;
        }
        Token before = tokens.get(at - 1);
        return before.is(Token.Type.OPEN)
                || before.is(Token.Type.BREAK)
                || before.is(Token.Type.LIST)
                || before.is(Token.Type.STOP);
    }

    /** Where the agency's name ends that begins there; {@code at} where none does. */
    private static int endOfAgency(List<Token> tokens, int at) {
        PhraseSet.Match<Boolean> match = at < tokens.size() ? Lexicon.AGENCY.longestAt(tokens, at) : null;
        return match == null ? at : at + match.tokens();
    }

    private static boolean isDateline(List<Token> tokens, int start, int end) {
        Token before = tokens.get(start - 1);
        boolean bracketed = before.is(Token.Type.OPEN) || isInBrackets(tokens, start);
        if (bracketed) {
            int close = closeOf(tokens, end);
            return close > 0
                    && (isMark(tokens, close + 1) || before.is(Token.Type.BREAK))
                    && !isSpelledOut(tokens, start);
        }
        boolean ends = isMark(tokens, end) || tokens.get(end - 1).text().endsWith(".");
        return start > 1 && ends && Letters.count(tokens.get(start).text()) >= SHORTEST_UNBRACKETED;
    }

    /** Whether a bracket is open: {@code [서울=뉴시스]}. */
    private static boolean isInBrackets(List<Token> tokens, int at) {
        for (int i = at - 1; i >= 0 && !tokens.get(i).is(Token.Type.CLOSE); i--) {
            if (tokens.get(i).is(Token.Type.OPEN)) {
                return true;
            }
        }
        return false;
    }

    /** The bracket that closes, where nothing but the signs of others who wrote stands before it; -1 otherwise. */
    private static int closeOf(List<Token> tokens, int from) {
        boolean alone = from < tokens.size()
                && (tokens.get(from).is(Token.Type.CLOSE) || tokens.get(from).is(Token.Type.LIST));
        for (int i = from; alone && i < Math.min(from + 6, tokens.size()); i++) {
            if (tokens.get(i).is(Token.Type.CLOSE)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isPartOfBrackets(List<Token> tokens, int from) {
        return closeOf(tokens, from) == tokens.size() - 1;
    }

    private static boolean isMark(List<Token> tokens, int at) {
        return at < tokens.size()
                && (tokens.get(at).is(Token.Type.BREAK)
                        || tokens.get(at).is(Token.Type.COLON)
                        || tokens.get(at).is(Token.Type.STOP)
                        || tokens.get(at).is(Token.Type.LIST));
    }

    /** {@code Associated Artists (AA)}: the letters in the brackets are the first ones of the words before them. */
    private static boolean isSpelledOut(List<Token> tokens, int start) {
        String letters = tokens.get(start).folded();
        int before = start - 1 - letters.length();
        if (letters.length() < 2 || before < 0) {
            return false;
        }
        for (int i = 0; i < letters.length(); i++) {
            String word = tokens.get(before + i).folded();
            if (word.isEmpty() || word.charAt(0) != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
