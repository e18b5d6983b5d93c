package dev.colophon.extract.page;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import dev.colophon.text.Spaces;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the text of one block and measures it on the way. Soft hyphens, zero-width spaces, byte order marks and controls
 * are left out; the joiners that Indic and Persian spelling needs stay.
 */
final class BlockText {
    /** An ideograph or a syllable says about as much as this many letters. */
    private static final int IDEOGRAPH = 3;

    private static final int SYLLABLE = 2;
    private static final int LONGEST = 200_000;

    private final StringBuilder text = new StringBuilder();
    private boolean space;
    private int indent;
    private int breaks;
    private int weight;
    private int linkWeight;
    private int commas;

    /** Adds text; white space is collapsed but in preformatted text. */
    void append(String words, boolean link, boolean preformatted) {
        for (int i = 0; i < words.length(); ) {
            int codePoint = words.codePointAt(i);
            i += Character.charCount(codePoint);
            if (preformatted && codePoint == '\n') {
                newLine();
            } else if (preformatted && codePoint == ' ') {
                indent++;
            } else if (Spaces.isSpace(codePoint)) {
                space = true;
            } else if (!ignored(codePoint)) {
                add(codePoint, link);
            }
        }
    }

    private void newLine() {
        if (text.length() > 0) {
            breaks = Math.min(breaks + 1, 2);
            indent = 0;
        }
    }

    /** Notes a line break; whether it is the second in a row and ends the block. */
    boolean lineBreak() {
        newLine();
        return breaks > 1;
    }

    private void add(int codePoint, boolean link) {
        if (text.length() > 0) {
            if (breaks > 0) {
                text.append(breaks > 1 ? "\n\n" : "\n").append(" ".repeat(indent));
            } else if (space || indent > 0) {
                text.append(' ');
            }
        }
        space = false;
        indent = 0;
        breaks = 0;
        text.appendCodePoint(codePoint);
        int one = weight(codePoint);
        weight += one;
        linkWeight += link ? one : 0;
        commas += comma(codePoint) ? 1 : 0;
    }

    private static boolean comma(int codePoint) {
        return codePoint == ',' || codePoint == '،' || codePoint == '，' || codePoint == '、';
    }

    private static boolean ignored(int codePoint) {
        return switch (codePoint) {
            case 0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFC -> true;
            default -> codePoint < ' ' || (codePoint >= 0x7F && codePoint <= 0x9F);
        };
    }

    private static int weight(int codePoint) {
        if (codePoint < 0x80) {
            boolean letter = (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= 'A' && codePoint <= 'Z');
            return letter || (codePoint >= '0' && codePoint <= '9') ? 1 : 0;
        }
        // Vowel signs are letters in all but name.
        if ((1 << UCharacter.getType(codePoint) & TextMatch.WORD) == 0) {
            return 0;
        }
        return codePoint < 0x0E00 ? 1 : wideWeight(codePoint);
    }

    /** Also for scripts that need no mark to end a sentence: their lines would else count as labels. */
    private static int wideWeight(int codePoint) {
        return switch (UScript.getScript(codePoint)) {
            case UScript.HAN -> IDEOGRAPH;
            case UScript.HANGUL, UScript.HIRAGANA, UScript.KATAKANA, UScript.YI -> SYLLABLE;
            case UScript.THAI, UScript.LAO, UScript.KHMER, UScript.MYANMAR, UScript.TIBETAN -> SYLLABLE;
            default -> 1;
        };
    }

    /** The block so far, and a fresh start; null where there was no text. */
    @Nullable
    PageBlock take(int index, Area area) {
        PageBlock block = null;
        if (text.length() > 0) {
            block = new PageBlock(index, area, text.toString(), weight, linkWeight, endsSentence(text), commas);
        }
        if (text.capacity() > LONGEST) {
            text.setLength(0);
            text.trimToSize();
        }
        text.setLength(0);
        space = false;
        indent = 0;
        breaks = 0;
        weight = 0;
        linkWeight = 0;
        commas = 0;
        return block;
    }

    /** Whether the last character but quotes and brackets ends a sentence. */
    static boolean endsSentence(CharSequence text) {
        int at = text.length();
        for (int steps = 0; at > 0 && steps < 4; steps++) {
            int codePoint = Character.codePointBefore(text, at);
            if (UCharacter.hasBinaryProperty(codePoint, UProperty.S_TERM) || codePoint == '…' || codePoint == ':') {
                return true;
            }
            if (!closing(codePoint)) {
                return false;
            }
            at -= Character.charCount(codePoint);
        }
        return false;
    }

    private static boolean closing(int codePoint) {
        int type = UCharacter.getType(codePoint);
        return codePoint == '"'
                || codePoint == '\''
                || type == UCharacterCategory.END_PUNCTUATION
                || type == UCharacterCategory.FINAL_PUNCTUATION
                || type == UCharacterCategory.INITIAL_PUNCTUATION;
    }
}
