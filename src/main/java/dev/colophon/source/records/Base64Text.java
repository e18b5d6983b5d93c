package dev.colophon.source.records;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Pages that a scraper wrote into a field of text as Base64, because their bytes are in no encoding that JSON knows. */
final class Base64Text {
    /** Characters that show whether a page begins there. */
    private static final int LOOKED_AT = 64;

    private Base64Text() {}

    /** The bytes; null where the text is no Base64. */
    static byte @Nullable [] decode(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit > ' ') {
                digits.append(unit == '-' ? '+' : unit == '_' ? '/' : unit);
            }
        }
        try {
            return Base64.getDecoder().decode(digits.toString());
        } catch (IllegalArgumentException otherText) {
            return null;
        }
    }

    /** The bytes of a page of HTML, although nothing says that the text is Base64; null where it is anything else. */
    static byte @Nullable [] decodePage(String text) {
        if (text.length() < LOOKED_AT || !isDigits(text)) {
            return null;
        }
        byte[] head = decode(text.substring(0, LOOKED_AT));
        return head != null && beginsAsMarkup(head) ? decode(text) : null;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < LOOKED_AT; i++) {
            char unit = text.charAt(i);
            if (!(unit < 0x80 && Character.isLetterOrDigit(unit)) && "+/-_".indexOf(unit) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean beginsAsMarkup(byte[] head) {
        String text =
                new String(head, StandardCharsets.UTF_8).replace("\ufeff", "").stripLeading();
        return text.length() > 1
                && text.charAt(0) == '<'
                && (Character.isLetter(text.charAt(1)) || text.charAt(1) == '!' || text.charAt(1) == '?');
    }
}
