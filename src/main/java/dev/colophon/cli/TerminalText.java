package dev.colophon.cli;

import dev.colophon.text.Controls;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Text of documents and of inputs before a terminal's eyes: it must not command the terminal, nor turn the line around. */
final class TerminalText {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private TerminalText() {}

    /** One line; what a terminal obeys is escaped, as {@code \}{@code u001B}, for names that people compare and copy. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Controls.isObeyed(point)) {
                out.append(String.format(Locale.ROOT, "\\u%04X", point));
            } else {
                out.appendCodePoint(point);
            }
        });
        return out.toString();
    }

    /** The same line by line, for what may have several. */
    static String ofLines(String text) {
        return Arrays.stream(text.split("\n", -1)).map(TerminalText::of).collect(Collectors.joining("\n"));
    }

    /** One line; U+FFFD for what a terminal obeys, and for all that nobody sees but joiners. */
    static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> clean.appendCodePoint(isUnseen(point) ? '\uFFFD' : point));
        return clean.toString();
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
