package dev.colophon.byline.people;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;

/** Makes spellings one that a script allows for one name, in folded form. Thread-safe. */
final class Orthography {
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final Transliterator HIRAGANA = Transliterator.getInstance("Katakana-Hiragana");

    /** Letters that Arabic, Persian and Urdu keyboards give for one, and the seats of the hamza. */
    private static final String ARABIC =
            "\u0623\u0625\u0622\u0671\u0649\u06cc\u0626\u0624\u0629\u06a9\u06c1\u06be\u06d5";

    private static final String PLAIN =
            "\u0627\u0627\u0627\u0627\u0627\u064a\u064a\u0648\u0647\u0643\u0647\u0647\u0647";

    private Orthography() {}

    /**
     * Arabic without vowel points and hamzas, Chinese in simplified characters, Katakana as Hiragana; anything else as it
     * is.
     */
    static String unified(String folded) {
        return switch (Romanization.script(folded)) {
            case UScript.ARABIC -> arabic(Romanization.withoutPoints(folded));
            case UScript.HAN -> SIMPLIFIED.transliterate(folded);
            case UScript.KATAKANA -> HIRAGANA.transliterate(folded);
            default -> folded;
        };
    }

    private static String arabic(String folded) {
        StringBuilder out = new StringBuilder(folded.length());
        for (char letter : folded.toCharArray()) {
            int at = ARABIC.indexOf(letter);
            out.append(at < 0 ? letter : PLAIN.charAt(at));
        }
        return out.toString();
    }
}
