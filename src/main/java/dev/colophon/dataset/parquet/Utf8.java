package dev.colophon.dataset.parquet;

import java.nio.charset.StandardCharsets;
import org.apache.parquet.io.api.Binary;

/** Strings as UTF-8 that every reader accepts. */
final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /** The string in UTF-8; half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD. */
    static Binary binary(String text) {
        return Binary.fromConstantByteArray(repaired(text).getBytes(StandardCharsets.UTF_8));
    }

    /** The string with U+FFFD in place of every lone surrogate. */
    static String repaired(String text) {
        int broken = nextLone(text, 0);
        if (broken < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text);
        for (; broken >= 0; broken = nextLone(text, broken + 1)) {
            out.setCharAt(broken, REPLACEMENT);
        }
        return out.toString();
    }

    private static int nextLone(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                boolean pair = Character.isHighSurrogate(unit)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
