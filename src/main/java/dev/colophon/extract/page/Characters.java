package dev.colophon.extract.page;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import dev.colophon.text.Scripts;
import dev.colophon.text.Spaces;

/** What a page's text needs to know of every character, as bits; looked up in a table below U+10000. */
final class Characters {
    /** The lowest bits: an ideograph or a syllable says about as much as this many letters. */
    static final int WEIGHT = 3;
    /** Letters, marks and digits. */
    static final int WORD = 1 << 2;
    /** Letters of scripts that set no spaces between words. */
    static final int LONE_WORD = 1 << 3;
    /** A line that is wrapped between two of these stands for no space. */
    static final int UNSPACED = 1 << 4;
    /** Punctuation of both worlds: unspaced beside what is. */
    static final int UNSPACED_BESIDE = 1 << 5;

    static final int SPACE = 1 << 6;
    /** Never shown, or there for a renderer alone. */
    static final int IGNORED = 1 << 7;

    static final int DIGIT = 1 << 8;
    static final int CAPITAL = 1 << 9;
    static final int LOWER = 1 << 10;
    static final int COMMA = 1 << 11;
    static final int SENTENCE_END = 1 << 12;
    /** Closing brackets and quotes of any kind. */
    static final int CLOSING = 1 << 13;
    /** A joiner after it changes how it looks: letters of scripts that join, and emoji. */
    static final int JOINING = 1 << 14;
    /** The zero width joiner and non-joiner themselves. */
    static final int JOINER = 1 << 15;

    private static final int IDEOGRAPH = 3;
    private static final int SYLLABLE = 2;
    private static final int FIRST_JOINING = 0x590;
    private static final char[] TABLE = new char[0x10000];

    static {
        for (int codePoint = 0; codePoint < TABLE.length; codePoint++) {
            TABLE[codePoint] = (char) compute(codePoint);
        }
    }

    private Characters() {}

    static int of(int codePoint) {
        return codePoint < TABLE.length ? TABLE[codePoint] : compute(codePoint);
    }

    private static int compute(int codePoint) {
        if (Spaces.isSpace(codePoint)) {
            return SPACE;
        }
        int type = UCharacter.getType(codePoint);
        if (ignored(codePoint, type)) {
            return IGNORED;
        }
        if (codePoint == 0x200C || codePoint == 0x200D) {
            return JOINER;
        }
        return word(codePoint, type) | mark(codePoint, type) | (unspaced(codePoint) ? UNSPACED : 0);
    }

    private static boolean ignored(int codePoint, int type) {
        if (type == UCharacterCategory.CONTROL || type == UCharacterCategory.SURROGATE) {
            return true;
        }
        return switch (codePoint) {
            case 0xAD, 0x200B, 0xFEFF, 0xFFFC -> true;
            // Marks, embeddings, overrides and isolates of direction: plain text is laid out by UAX #9 without them.
            case 0x061C, 0x200E, 0x200F -> true;
            default ->
                between(codePoint, 0x2060, 0x2064)
                        || between(codePoint, 0x202A, 0x202E)
                        || between(codePoint, 0x2066, 0x206F)
                        || between(codePoint, 0xFFF9, 0xFFFB);
        };
    }

    private static int word(int codePoint, int type) {
        // Vowel signs are letters in all but name.
        if ((1 << type & TextMatch.WORD) == 0) {
            return type == UCharacterCategory.OTHER_SYMBOL || type == UCharacterCategory.MODIFIER_SYMBOL
                    ? joining(codePoint)
                    : 0;
        }
        return WORD | joining(codePoint) | letter(codePoint, type);
    }

    private static int letter(int codePoint, int type) {
        int script = codePoint < 0xE00 ? UScript.LATIN : UScript.getScript(codePoint);
        boolean alone = type == UCharacterCategory.OTHER_LETTER && spaceless(script);
        return weight(script)
                | (alone ? LONE_WORD : 0)
                | switch (type) {
                    case UCharacterCategory.DECIMAL_DIGIT_NUMBER -> DIGIT;
                    case UCharacterCategory.UPPERCASE_LETTER, UCharacterCategory.TITLECASE_LETTER -> CAPITAL;
                    case UCharacterCategory.LOWERCASE_LETTER -> LOWER;
                    default -> 0;
                };
    }

    /** Also for scripts that need no mark to end a sentence: their lines would else count as labels. */
    private static int weight(int script) {
        return switch (script) {
            case UScript.HAN -> IDEOGRAPH;
            case UScript.HANGUL, UScript.HIRAGANA, UScript.KATAKANA, UScript.YI -> SYLLABLE;
            case UScript.THAI, UScript.LAO, UScript.KHMER, UScript.MYANMAR, UScript.TIBETAN -> SYLLABLE;
            default -> 1;
        };
    }

    private static boolean spaceless(int script) {
        return script == UScript.YI || Scripts.isUnspaced(script);
    }

    private static int joining(int codePoint) {
        return codePoint >= FIRST_JOINING ? JOINING : 0;
    }

    private static int mark(int codePoint, int type) {
        boolean closes = codePoint == '"'
                || codePoint == '\''
                || type == UCharacterCategory.END_PUNCTUATION
                || type == UCharacterCategory.FINAL_PUNCTUATION
                || type == UCharacterCategory.INITIAL_PUNCTUATION;
        boolean comma = codePoint == ',' || codePoint == '،' || codePoint == '，' || codePoint == '、';
        return (UCharacter.hasBinaryProperty(codePoint, UProperty.S_TERM) ? SENTENCE_END : 0)
                | (closes ? CLOSING : 0)
                | (comma ? COMMA : 0)
                | (between(codePoint, 0x2014, 0x2026) ? UNSPACED_BESIDE : 0);
    }

    /**
     * What the segment break rules of CSS Text 3 call wide, and the scripts of South East Asia that write no spaces
     * between words. Hangul is wide, but has spaces.
     */
    private static boolean unspaced(int codePoint) {
        if (codePoint < 0xE00) {
            return false;
        }
        int script = UScript.getScript(codePoint);
        if (script == UScript.HANGUL) {
            return false;
        }
        int width = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
        boolean wide = width == UCharacter.EastAsianWidth.WIDE
                || width == UCharacter.EastAsianWidth.FULLWIDTH
                || width == UCharacter.EastAsianWidth.HALFWIDTH;
        boolean emoji = wide && UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_PRESENTATION);
        return (wide && !emoji) || spaceless(script);
    }

    private static boolean between(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
