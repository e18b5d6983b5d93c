package dev.colophon.source;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import dev.colophon.source.format.Rejects;
import dev.colophon.text.Hashes;
import dev.colophon.text.NormalForm;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Names of batches, which stand in folder names ({@code batch=2026-11-22}) that Hive, Spark and DuckDB read. Letters,
 * marks and digits of every script and {@code . _ - +} stand for themselves, everything else as {@code %} and two hex
 * digits for each byte of its UTF-8 form: {@code "a b/c"} → {@code "a%20b%2Fc"}. A name that no folder's name has room
 * for is cut, and a hash of the whole stands behind it.
 */
public final class BatchNames {
    /** File systems have 255 bytes for a name, and {@code batch=} takes 6. */
    private static final int MOST_BYTES = 249;

    private static final int HASH_DIGITS = 16;

    private BatchNames() {}

    /**
     * The name in its legal form, in NFC.
     *
     * @throws IllegalArgumentException where it is empty
     */
    public static String legal(String name) {
        String composed = NormalForm.NFC.of(name);
        if (composed.isBlank()) {
            throw new IllegalArgumentException("a batch needs a name, found '" + Rejects.printable(name) + "'");
        }
        StringBuilder out = new StringBuilder();
        composed.codePoints().forEach(codePoint -> append(out, codePoint));
        return bytes(out.toString()) > MOST_BYTES ? cut(composed) : out.toString();
    }

    private static String cut(String name) {
        String hash = "-" + Hashes.sha256Hex(name).substring(0, HASH_DIGITS);
        StringBuilder out = new StringBuilder();
        int left = MOST_BYTES - hash.length();
        for (int codePoint : name.codePoints().toArray()) {
            StringBuilder one = new StringBuilder();
            append(one, codePoint);
            left -= bytes(one.toString());
            if (left < 0) {
                break;
            }
            out.append(one);
        }
        return out + hash;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void append(StringBuilder out, int codePoint) {
        if (standsForItself(codePoint)) {
            out.appendCodePoint(codePoint);
            return;
        }
        for (byte unit : UCharacter.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(unit));
        }
    }

    private static boolean standsForItself(int codePoint) {
        return switch (UCharacter.getType(codePoint)) {
            case UCharacterCategory.UPPERCASE_LETTER,
                    UCharacterCategory.LOWERCASE_LETTER,
                    UCharacterCategory.TITLECASE_LETTER,
                    UCharacterCategory.MODIFIER_LETTER,
                    UCharacterCategory.OTHER_LETTER,
                    UCharacterCategory.NON_SPACING_MARK,
                    UCharacterCategory.COMBINING_SPACING_MARK,
                    UCharacterCategory.DECIMAL_DIGIT_NUMBER -> true;
            default -> codePoint == '.' || codePoint == '_' || codePoint == '-' || codePoint == '+';
        };
    }
}
