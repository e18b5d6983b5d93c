package dev.colophon.source;

import com.ibm.icu.lang.UCharacter;
import dev.colophon.source.format.Rejects;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Names of batches, which stand in folder names ({@code batch=2026-11-22}) that Hive, Spark and DuckDB read. Letters, marks
 * and digits of every script and {@code . _ - +} stand for themselves, everything else as {@code %} and two hex digits for
 * each byte of its UTF-8 form: {@code "a b/c"} → {@code "a%20b%2Fc"}.
 */
public final class BatchNames {
    private BatchNames() {}

    /**
     * The name in its legal form, in NFC.
     *
     * @throws IllegalArgumentException where it is empty
     */
    public static String legal(String name) {
        String composed = Normalizer2.getNFCInstance().normalize(name);
        if (composed.isBlank()) {
            throw new IllegalArgumentException("a batch needs a name, found '" + Rejects.printable(name) + "'");
        }
        StringBuilder out = new StringBuilder();
        composed.codePoints().forEach(codePoint -> append(out, codePoint));
        return out.toString();
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
