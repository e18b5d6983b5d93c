package dev.colophon.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The writing systems of a text, by Unicode's Script property (UAX #24). */
public final class Scripts {
    private static final int FIRST_NOT_ASCII = 0x80;

    private Scripts() {}

    /**
     * The script of most of the text as an ISO 15924 code: {@code Beng}, {@code Latn}. Null where there are no letters. A
     * character of Han counts as three letters and one of Kana or Hangul as two, as it takes so many to say the same. Han
     * beside Kana counts as {@code Jpan}; on a tie the script that comes first in the text wins.
     */
    public static @Nullable String dominant(CharSequence text) {
        return dominant(text, Scripts::weight);
    }

    /** The same with each character counted as one letter: the script of a text that quotes words of a denser one. */
    public static @Nullable String dominantByCount(CharSequence text) {
        return dominant(text, script -> 1);
    }

    private static @Nullable String dominant(CharSequence text, IntUnaryOperator weights) {
        int[] counts = new int[UScript.CODE_LIMIT];
        int best = UScript.UNKNOWN;
        for (int i = 0; i < text.length(); ) {
            int codePoint = Character.codePointAt(text, i);
            i += Character.charCount(codePoint);
            int script = of(codePoint);
            if (script != UScript.UNKNOWN) {
                counts[script] += weights.applyAsInt(script);
                best = best == UScript.UNKNOWN || counts[script] > counts[best] ? script : best;
            }
        }
        return best == UScript.UNKNOWN ? null : code(best, counts);
    }

    /** The part of a text, weighed in the same way, that is written in scripts for which the test holds; 0 without letters. */
    public static double share(CharSequence text, IntPredicate scripts) {
        long all = 0;
        long some = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = Character.codePointAt(text, i);
            i += Character.charCount(codePoint);
            int script = of(codePoint);
            int weight = script == UScript.UNKNOWN ? 0 : weight(script);
            all += weight;
            some += weight > 0 && scripts.test(script) ? weight : 0;
        }
        return all == 0 ? 0 : (double) some / all;
    }

    private static int weight(int script) {
        return switch (script) {
            case UScript.HAN -> 3;
            case UScript.HIRAGANA, UScript.KATAKANA, UScript.HANGUL -> 2;
            default -> 1;
        };
    }

    private static String code(int best, int[] counts) {
        int kana = counts[UScript.HIRAGANA] + counts[UScript.KATAKANA];
        int japanese = kana + counts[UScript.HAN];
        boolean mixed = kana * 15 > counts[UScript.HAN];
        if (mixed && (isJapanese(best) || japanese > counts[best])) {
            return "Jpan";
        }
        return best == UScript.HAN ? "Hani" : UScript.getShortName(best);
    }

    private static boolean isJapanese(int script) {
        return script == UScript.HAN || script == UScript.HIRAGANA || script == UScript.KATAKANA;
    }

    /** The script of a letter; {@link UScript#UNKNOWN} for whatever is no letter or belongs to several scripts. */
    public static int of(int codePoint) {
        if (codePoint < FIRST_NOT_ASCII) {
            int lower = codePoint | ' ';
            return lower >= 'a' && lower <= 'z' ? UScript.LATIN : UScript.UNKNOWN;
        }
        if (!UCharacter.isLetter(codePoint)) {
            return UScript.UNKNOWN;
        }
        int script = UScript.getScript(codePoint);
        return script == UScript.COMMON || script == UScript.INHERITED ? UScript.UNKNOWN : script;
    }

    /** Whether a script, as {@link UScript} numbers them, is written without spaces between words. */
    public static boolean isUnspaced(int script) {
        return switch (script) {
            case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA -> true;
            case UScript.THAI, UScript.LAO, UScript.KHMER, UScript.MYANMAR -> true;
            default -> false;
        };
    }
}
