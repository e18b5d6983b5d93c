package dev.colophon.date;

import com.ibm.icu.lang.UScript;
import dev.colophon.date.Lexicon.Kind;
import dev.colophon.date.Lexicon.Sense;
import dev.colophon.date.Token.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A claim as numbers, words and marks. Any index may be asked for; outside there is {@link Token#END}. */
final class Tokens {
    /** The most parts of a name: {@code eastern daylight time}, {@code 星 期 四}. */
    private static final int LONGEST_NAME = 6;

    /** A known name may be followed by so many letters of a case ending: {@code ekainaren}. */
    private static final int LONGEST_ENDING = 3;

    private static final int SHORTEST_STEM = 4;

    private final String original;
    private final List<Token> all;
    private final @Nullable String language;

    private Tokens(String original, List<Token> all, @Nullable String language) {
        this.original = original;
        this.all = all;
        this.language = language;
    }

    /** The tokens of the head of a text. The language, where known, decides between meanings. */
    static Tokens of(String text, @Nullable String language) {
        return new Tokens(DateText.head(text), withNames(split(DateText.fold(text))), language);
    }

    int size() {
        return all.size();
    }

    Token at(int index) {
        return index >= 0 && index < all.size() ? all.get(index) : Token.END;
    }

    /** The word before a number that says what it numbers, over a full stop: {@code Art. 12.05.24}, {@code No. 12}. */
    Token labelOf(int number) {
        return at(at(number - 1).isMark(".#") ? number - 2 : number - 1);
    }

    /** The meaning of the token that fits the language; null where it has none of the kind. */
    @Nullable
    Sense sense(int index, Kind kind) {
        List<Sense> senses = at(index).senses();
        return senses.isEmpty() ? null : Lexicon.all().sense(senses, kind, language);
    }

    @Nullable
    String language() {
        return language;
    }

    /** Whether the text holds this spelling as whole words, capitals and all. */
    boolean spells(String exactly) {
        for (int at = original.indexOf(exactly); at >= 0; at = original.indexOf(exactly, at + 1)) {
            int end = at + exactly.length();
            boolean begins =
                    at == 0 || !Character.isLetter(original.charAt(at - 1)) || !Character.isLetter(exactly.charAt(0));
            if (begins && (end == original.length() || !Character.isLetter(original.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static List<Token> split(String folded) {
        List<Token> tokens = new ArrayList<>();
        boolean spaced = true;
        for (int i = 0; i < folded.length(); ) {
            int codePoint = folded.codePointAt(i);
            int end = i + Character.charCount(codePoint);
            if (codePoint == ' ') {
                spaced = true;
            } else {
                Token token;
                if (isDigit(codePoint)) {
                    end = endOfNumber(folded, i);
                    token = number(folded.substring(i, end), spaced);
                } else if (DateText.isWordPart(codePoint)) {
                    end = isHan(codePoint) ? end : endOfWord(folded, end);
                    token = new Token(Shape.WORD, folded.substring(i, end), -1, spaced, List.of());
                } else {
                    token = new Token(Shape.MARK, folded.substring(i, end), -1, spaced, List.of());
                }
                tokens.add(token);
                spaced = false;
            }
            i = end;
        }
        return tokens;
    }

    private static boolean isDigit(int codePoint) {
        return codePoint >= '0' && codePoint <= '9';
    }

    private static boolean isHan(int codePoint) {
        return codePoint >= 0x2e80 && UScript.getScript(codePoint) == UScript.HAN;
    }

    private static int endOfNumber(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            if (!DateText.isWordPart(codePoint) || isHan(codePoint)) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    private static Token number(String digits, boolean spaced) {
        long value = digits.length() > 18 ? -1 : Long.parseLong(digits);
        return new Token(Shape.NUMBER, digits, value, spaced, List.of());
    }

    private static List<Token> withNames(List<Token> parts) {
        List<Token> tokens = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); ) {
            if (parts.get(i).isWord()) {
                i = addName(tokens, parts, i);
            } else {
                tokens.add(parts.get(i++));
            }
        }
        return tokens;
    }

    /** Adds the longest known name that starts at a word, else the word. */
    private static int addName(List<Token> tokens, List<Token> parts, int start) {
        Token first = parts.get(start);
        if (!mayGoOn(first.text())) {
            tokens.add(word(first.text(), first.spaced(), senses(first.text())));
            return start + 1;
        }
        return addLongest(tokens, parts, start);
    }

    private static boolean mayGoOn(String key) {
        return Lexicon.all().mayGoOn(key) || ZoneNames.all().mayGoOn(key);
    }

    private static Token word(String key, boolean spaced, List<Sense> senses) {
        return new Token(Shape.WORD, key, -1, spaced, senses);
    }

    private static List<Sense> senses(String word) {
        List<Sense> senses = Lexicon.all().senses(word);
        return senses.isEmpty() ? inflected(word) : senses;
    }

    /** Of several parts only Tibetan names are known with an ending, as each of its syllables is a part. */
    private static List<Sense> senses(String key, boolean onePart) {
        return onePart || UScript.getScript(key.codePointAt(0)) == UScript.TIBETAN
                ? senses(key)
                : Lexicon.all().senses(key);
    }

    private static List<Sense> inflected(String word) {
        List<Sense> senses = withoutEnding(word);
        return senses.isEmpty() ? withoutIn(word) : senses;
    }

    /** Hebrew and Syriac write {@code in} and {@code of} as one letter at the beginning of the month's name: {@code בסיון}. */
    private static List<Sense> withoutIn(String word) {
        boolean may = word.length() >= SHORTEST_STEM && "בלܒ".indexOf(word.charAt(0)) >= 0;
        return may ? months(Lexicon.all().senses(word.substring(1))) : List.of();
    }

    private static int addLongest(List<Token> tokens, List<Token> parts, int start) {
        List<String> keys = new ArrayList<>(LONGEST_NAME);
        List<Integer> ends = new ArrayList<>(LONGEST_NAME);
        StringBuilder key = new StringBuilder();
        for (int i = start; i >= 0 && keys.size() < LONGEST_NAME; i = nextPart(parts, i + 1)) {
            keys.add(key.append(parts.get(i).text()).toString());
            ends.add(i + 1);
            String sofar = keys.get(keys.size() - 1);
            if (!mayGoOn(sofar)) {
                break;
            }
        }
        for (int n = keys.size() - 1; n >= 0; n--) {
            List<Sense> senses = senses(keys.get(n), n == 0);
            if (!senses.isEmpty() || n == 0 || ZoneNames.all().knows(keys.get(n))) {
                tokens.add(word(keys.get(n), parts.get(start).spaced(), senses));
                return ends.get(n);
            }
        }
        throw new IllegalStateException("a name has at least one part");
    }

    /** The next word of a name over at most two marks; -1 where there is none. */
    private static int nextPart(List<Token> parts, int from) {
        int i = from;
        while (i < parts.size() && i < from + 2 && parts.get(i).isMark(".-'་·")) {
            i++;
        }
        return i < parts.size() && parts.get(i).isWord() ? i : -1;
    }

    private static List<Sense> withoutEnding(String word) {
        for (int cut = 1; cut <= LONGEST_ENDING && word.length() - cut >= SHORTEST_STEM; cut++) {
            List<Sense> senses = Lexicon.all().senses(word.substring(0, word.length() - cut));
            List<Sense> months =
                    senses.stream().filter(sense -> sense.kind() == Kind.MONTH).toList();
            if (!months.isEmpty()) {
                return months;
            }
        }
        return List.of();
    }

    private static List<Sense> months(List<Sense> senses) {
        return senses.stream()
                .filter(sense -> sense.kind() == Kind.MONTH || sense.kind() == Kind.HEBREW)
                .toList();
    }
}
