package dev.colophon.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import dev.colophon.text.Scripts;
import dev.colophon.text.Spaces;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Set;

/**
 * The words of a text that its language is told from: those of its main script, without addresses.
 *
 * @param text the words, joined by single spaces
 * @param letters how many letters they have
 */
record Sample(String text, int letters) {
    private static final int MOST_LETTERS = 2000;
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    /** Scripts of which a few characters make a sentence. */
    private static final Set<String> DENSE = Set.of("Hani", "Jpan", "Hang");

    static boolean isDense(String script) {
        return DENSE.contains(script);
    }

    static Sample of(String text, String script) {
        Collector words = new Collector(script);
        int start = 0;
        for (int i = 0; i <= text.length() && words.letters < MOST_LETTERS; i++) {
            if (i == text.length() || Spaces.isSpace(text.charAt(i))) {
                words.add(text.substring(start, i));
                start = i + 1;
            }
        }
        return new Sample(words.out.toString(), words.letters);
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

        void add(String word) {
            if (word.contains("://") || word.indexOf('@') >= 0 || word.startsWith("www.")) {
                return;
            }
            String clean = NFC.normalize(word);
            boolean gap = !out.isEmpty();
            for (int i = 0; i < clean.length() && letters < MOST_LETTERS; ) {
                int codePoint = clean.codePointAt(i);
                i += Character.charCount(codePoint);
                int of = Scripts.of(codePoint);
                boolean ours = of != UScript.UNKNOWN && isOurs(of);
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

        private boolean isOurs(int of) {
            String code = UScript.getShortName(of);
            return Knowledge.sameScript(code, script)
                    || (script.equals("Jpan") && of == UScript.HAN)
                    || (script.equals("Jpan") && (of == UScript.HIRAGANA || of == UScript.KATAKANA));
        }
    }
}
