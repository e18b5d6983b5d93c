package dev.colophon.cli;

import java.util.Locale;

/** Text of documents and of inputs before a terminal's eyes: it must not command the terminal, nor turn the line around. */
final class TerminalText {
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private TerminalText() {}

    /** One line; what a terminal obeys is escaped, as {@code \}{@code u001B}, for names that people compare and copy. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isObeyed(point)) {
                out.append(String.format(Locale.ROOT, "\\u%04X", point));
            } else {
                out.appendCodePoint(point);
            }
        });
        return out.toString();
    }

    /** One line; U+FFFD for what a terminal obeys, and for all that nobody sees but joiners. */
    static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> clean.appendCodePoint(isUnseen(point) ? '\uFFFD' : point));
        return clean.toString();
    }

    /** Whether it is a control, ends a line or sets the direction of what follows. */
    static boolean isObeyed(int point) {
        return Character.isISOControl(point)
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || point == LINE_SEPARATOR
                || point == PARAGRAPH_SEPARATOR;
    }

    private static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> point != NON_JOINER && point != JOINER;
            default -> false;
        };
    }
}
