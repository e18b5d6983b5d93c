package dev.colophon.fuzz;

import java.text.Normalizer;

/** Compares texts by their letters and digits alone, without marks, spaces and forms of one letter. */
public final class Letters {
    private Letters() {}

    /** The letters and digits of a text in order, in their compatibility form and lower case. */
    public static String of(String text) {
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** Whether all of {@code part} stands in {@code whole}, in its order, with anything in between. */
    public static boolean inOrder(String part, String whole) {
        int at = 0;
        for (int i = 0; i < part.length(); i++) {
            at = whole.indexOf(part.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    /** The first control character of a text other than a line break or tab, or lone surrogate; -1 where there is none. */
    public static int firstForbidden(String text) {
        return text.codePoints()
                .filter(unit -> (Character.isISOControl(unit) && unit != '\n' && unit != '\t')
                        || Character.getType(unit) == Character.SURROGATE)
                .findFirst()
                .orElse(-1);
    }
}
