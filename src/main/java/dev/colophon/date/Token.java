package dev.colophon.date;

import dev.colophon.date.Lexicon.Kind;
import dev.colophon.date.Lexicon.Sense;
import java.util.List;

/**
 * A number, a word or a punctuation mark of a folded claim.
 *
 * @param shape which of them
 * @param text its text; a word of several parts without what parts them ({@code pm} for {@code p. m.})
 * @param value the value of a number of up to 18 digits; -1 for anything else
 * @param spaced whether white space stands before it
 * @param senses what a word can mean; empty for unknown words and for anything else
 */
record Token(Shape shape, String text, long value, boolean spaced, List<Sense> senses) {
    enum Shape {
        NUMBER,
        WORD,
        MARK,
        END
    }

    /** What stands before the first and after the last token. */
    static final Token END = new Token(Shape.END, "", -1, true, List.of());

    boolean isNumber() {
        return shape == Shape.NUMBER;
    }

    boolean isWord() {
        return shape == Shape.WORD;
    }

    /** Whether it is a number of so many digits, within bounds. */
    boolean isNumber(int maxDigits, int min, int max) {
        return isNumber() && text.length() <= maxDigits && value >= min && value <= max;
    }

    boolean isMark(char mark) {
        return shape == Shape.MARK && text.charAt(0) == mark;
    }

    boolean isMark(String marks) {
        return shape == Shape.MARK && marks.indexOf(text.charAt(0)) >= 0;
    }

    boolean isWord(String word) {
        return isWord() && text.equals(word);
    }

    /** Whether it is a word that dates are written or introduced with, in some language. */
    boolean isOfDates() {
        for (Sense sense : senses) {
            if (sense.kind() != Kind.OTHER && sense.kind() != Kind.NUMBERING && sense.kind() != Kind.ROMAN) {
                return true;
            }
        }
        return false;
    }

    boolean means(Kind kind) {
        for (Sense sense : senses) {
            if (sense.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /** The value as an int. */
    int number() {
        return (int) value;
    }
}
