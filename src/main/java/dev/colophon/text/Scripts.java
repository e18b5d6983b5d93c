package dev.colophon.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import org.jspecify.annotations.Nullable;

/** The writing systems of a text, by Unicode's Script property (UAX #24). */
public final class Scripts {
    private static final int FIRST_NOT_ASCII = 0x80;

    private Scripts() {}

    /**
     * The script of most letters as an ISO 15924 code: {@code Beng}, {@code Latn}. Null where there are no letters. Han
     * beside Kana counts as {@code Jpan}; on a tie the script that comes first in the text wins.
     */
    public static @Nullable String dominant(CharSequence text) {
        int[] counts = new int[UScript.CODE_LIMIT];
        int best = UScript.UNKNOWN;
        for (int i = 0; i < text.length(); ) {
            int codePoint = Character.codePointAt(text, i);
            i += Character.charCount(codePoint);
            int script = of(codePoint);
            if (script != UScript.UNKNOWN && ++counts[script] > (best == UScript.UNKNOWN ? 0 : counts[best])) {
                best = script;
            }
        }
        return best == UScript.UNKNOWN ? null : code(best, counts);
    }

    private static String code(int best, int[] counts) {
        int kana = counts[UScript.HIRAGANA] + counts[UScript.KATAKANA];
        boolean eastAsian = best == UScript.HAN || best == UScript.HIRAGANA || best == UScript.KATAKANA;
        if (eastAsian && kana * 10 > counts[UScript.HAN]) {
            return "Jpan";
        }
        return best == UScript.HAN ? "Hani" : UScript.getShortName(best);
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
