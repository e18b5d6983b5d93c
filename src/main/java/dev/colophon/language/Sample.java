package dev.colophon.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import dev.colophon.text.NormalForm;
import dev.colophon.text.Scripts;
import dev.colophon.text.Spaces;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text that its language is told from: those of its main script, without addresses.
 *
 * @param text the words, joined by single spaces
 * @param letters how many letters they have
 */
record Sample(String text, int letters) {
    private static final int MOST_LETTERS = 2000;
    /** Texts from this length on may be sampled in several places. */
    private static final int LONG = 3 * MOST_LETTERS;

    private static final int PARTS = 5;
    /** What goes on longer without a space is written without any. */
    private static final int LONGEST_WORD = 60;

    /** A paragraph of prose has so many letters. */
    private static final int SENTENCE = 60;

    private static final String SENTENCE_ENDS = ".!?\u2026";

    /** Scripts of which a few characters make a sentence. */
    private static final Set<String> DENSE = Set.of("Hani", "Jpan", "Hang");

    static boolean isDense(String script) {
        return DENSE.contains(script);
    }

    /** Whether a script, as {@link UScript} numbers it, is the one of the code or a part of it. */
    static boolean isOf(int script, String code) {
        boolean japanese = Knowledge.sameScript(code, "Jpan");
        return Knowledge.sameScript(UScript.getShortName(script), code)
                || (japanese && (script == UScript.HAN || script == UScript.HIRAGANA || script == UScript.KATAKANA));
    }

    /** The words that a text begins with. */
    static Sample of(String text, String script) {
        Collector words = new Collector(script);
        words.addAll(text, 0, text.length(), MOST_LETTERS);
        return new Sample(words.out.toString(), words.letters);
    }

    /**
     * Whether the paragraphs that are written in one script alone and end as sentences do outweigh all that is written in
     * others: what a text quotes of programs is no prose.
     */
    static boolean isProseIn(String text, int script) {
        long prose = 0;
        long others = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String stripped = line.strip();
            long own = letters(stripped, of -> of == script);
            long foreign = letters(stripped, of -> of != script);
            prose += foreign == 0
                            && own >= SENTENCE
                            && SENTENCE_ENDS.indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                    ? own
                    : 0;
            others += foreign;
        }
        return prose > others;
    }

    private static long letters(String line, IntPredicate scripts) {
        return line.codePoints()
                .map(Scripts::of)
                .filter(of -> of != UScript.UNKNOWN && scripts.test(of))
                .count();
    }

    /** The same number of words from several places of a long text; null of a short one. */
    static @Nullable Sample across(String text, String script) {
        if (text.length() < LONG) {
            return null;
        }
        Collector words = new Collector(script);
        for (int part = 0; part < PARTS; part++) {
            int from = (int) ((long) text.length() * part / PARTS);
            int end = (int) ((long) text.length() * (part + 1) / PARTS);
            words.addAll(text, from == 0 ? 0 : nextWord(text, from), end, MOST_LETTERS * (part + 1) / PARTS);
        }
        return new Sample(words.out.toString(), words.letters);
    }

    private static int nextWord(String text, int from) {
        int start = from;
        while (start < text.length() && !Spaces.isSpace(text.charAt(start))) {
            start++;
        }
        return start - from > LONGEST_WORD ? from : start;
    }

    /**
     * Whether Chinese is written in traditional characters: more of them belong to Big5 and not to GB 2312, the character
     * sets that were made for one form each, than the other way round.
     */
    boolean isTraditionalChinese() {
        CharsetEncoder traditional = Charset.forName("Big5").newEncoder();
        CharsetEncoder simplified = Charset.forName("GB2312").newEncoder();
        int balance = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!Character.isSurrogate(unit)) {
                balance += (traditional.canEncode(unit) ? 1 : 0) - (simplified.canEncode(unit) ? 1 : 0);
            }
        }
        return balance > 0;
    }

    private static final class Collector {
        private final String script;
        private final StringBuilder out = new StringBuilder();
        private int letters;

        Collector(String script) {
            this.script = script;
        }

        /** The words between two places, until the sample has so many letters. */
        void addAll(String text, int from, int end, int most) {
            int start = from;
            for (int i = from; i <= end && letters < most; i++) {
                if (i == end || Spaces.isSpace(text.charAt(i))) {
                    add(text.substring(start, i), most);
                    start = i + 1;
                }
            }
        }

        private void add(String word, int most) {
            if (word.contains("://") || word.indexOf('@') >= 0 || word.startsWith("www.")) {
                return;
            }
            String clean = NormalForm.NFC.of(word);
            boolean gap = !out.isEmpty();
            for (int i = 0; i < clean.length() && letters < most; ) {
                int codePoint = clean.codePointAt(i);
                i += Character.charCount(codePoint);
                int of = Scripts.of(codePoint);
                boolean ours = of != UScript.UNKNOWN && isOf(of, script);
                boolean mark = isMark(codePoint);
                if (ours || mark) {
                    if (gap) {
                        out.append(' ');
                        gap = false;
                    }
                    out.appendCodePoint(codePoint);
                    letters += ours ? 1 : 0;
                } else {
                    gap = !out.isEmpty();
                }
            }
        }

        private static boolean isMark(int codePoint) {
            int type = UCharacter.getType(codePoint);
            return type == UCharacter.NON_SPACING_MARK || type == UCharacter.COMBINING_SPACING_MARK;
        }
    }
}
