package dev.colophon.byline.people;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import dev.colophon.text.NameFolding;
import dev.colophon.text.NormalForm;
import java.util.Map;

/**
 * A word in Latin letters without accents, as ICU's transliterators give it (UTS 35 part 2), with the letters of some
 * scripts spelled as journalists spell them: Indic {@code c} is {@code ch}, Cyrillic {@code č} too. Thread-safe.
 */
final class Romanization {
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; NFD");
    private static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII; Lower");

    /** Letters with accents of ICU's Cyrillic, and what English spells. */
    private static final Map<Character, String> CYRILLIC = Map.of(
            '\u010d', "ch", '\u0161', "sh", '\u017e', "zh", '\u015d', "shch", 'c', "ts", 'j', "y", 'h', "kh", '\u0107',
            "c");

    /** Also the vocalic r of Sanskrit, and the nasal mark. */
    private static final Map<Character, String> INDIC =
            Map.of('c', "ch", '\u015b', "sh", '\u1e63', "sh", '\u0325', "i", '\u1e41', "n");

    /** Combining class of the sign that takes a consonant's vowel. */
    private static final int VIRAMA = 9;

    private Romanization() {}

    /** The Cyrillic word as Slavists and Serbs write it, without the accents: {@code č} is {@code c}. */
    static String scholarly(String word) {
        return letters(ASCII.transliterate(LATIN.transliterate(word)));
    }

    /** The folded word in the letters a to z; other characters are dropped. */
    static String of(String word) {
        int script = script(word);
        String bare = switch (script) {
            case UScript.ARABIC -> withoutPoints(word);
            case UScript.GREEK -> Greek.spelled(word);
            default -> word;
        };
        String latin = script == UScript.LATIN ? bare : LATIN.transliterate(bare);
        String spelled = switch (script) {
            case UScript.CYRILLIC -> spell(latin, CYRILLIC);
            case UScript.LATIN, UScript.GREEK, UScript.ARABIC, UScript.HEBREW, UScript.HAN -> latin;
            default -> isIndic(script) ? spell(latin, INDIC) : latin;
        };
        return letters(ASCII.transliterate(spelled));
    }

    /** Without the vowel points, which most texts leave out. */
    static String withoutPoints(String word) {
        StringBuilder out = new StringBuilder(word.length());
        word.codePoints().filter(point -> !NameFolding.isMark(point)).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static String spell(String latin, Map<Character, String> spelling) {
        String composed = NormalForm.NFC.of(latin);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < composed.length(); i++) {
            String letter = spelling.get(composed.charAt(i));
            out.append(letter == null ? String.valueOf(composed.charAt(i)) : letter);
        }
        return out.toString();
    }

    private static String letters(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 'a' && unit <= 'z') {
                out.append(unit);
            }
        }
        return out.toString();
    }

    /** The script of the first letter that belongs to one. */
    static int script(String word) {
        for (int i = 0; i < word.length(); ) {
            int codePoint = word.codePointAt(i);
            int script = UScript.getScript(codePoint);
            if (script != UScript.COMMON && script != UScript.INHERITED) {
                return script;
            }
            i += Character.charCount(codePoint);
        }
        return UScript.COMMON;
    }

    /** Whether a word of the languages of northern India ends in one consonant, whose vowel is not said. */
    static boolean endsSilently(String word) {
        boolean northern = switch (script(word)) {
            case UScript.DEVANAGARI, UScript.BENGALI, UScript.GUJARATI, UScript.GURMUKHI -> true;
            default -> false;
        };
        if (!northern || word.length() < 2) {
            return false;
        }
        boolean consonant = UCharacter.isLetter(word.codePointBefore(word.length()));
        return consonant && !isVirama(word.charAt(word.length() - 2));
    }

    /** Whether an Indic word is one consonant or vowel with its signs. */
    static boolean isOneSyllable(String word) {
        return word.codePoints().filter(UCharacter::isLetter).count() == 1
                && word.codePoints().noneMatch(point -> UCharacter.getCombiningClass(point) == VIRAMA);
    }

    private static boolean isVirama(char unit) {
        return UCharacter.getCombiningClass(unit) == VIRAMA;
    }

    static boolean isIndic(int script) {
        return switch (script) {
            case UScript.BENGALI,
                    UScript.DEVANAGARI,
                    UScript.GUJARATI,
                    UScript.GURMUKHI,
                    UScript.KANNADA,
                    UScript.MALAYALAM,
                    UScript.ORIYA,
                    UScript.SINHALA,
                    UScript.TAMIL,
                    UScript.TELUGU -> true;
            default -> false;
        };
    }
}
