package dev.colophon.cli;

/** Text of documents before a terminal's eyes: it must not command the terminal, nor turn the line around. */
final class TerminalText {
    private TerminalText() {}

    /** One line; control characters are escaped as {@code \}{@code u001B}. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isISOControl(point) || isDirection(point) || point == 0x2028 || point == 0x2029) {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04X", point));
            } else {
                out.appendCodePoint(point);
            }
        });
        return out.toString();
    }

    private static boolean isDirection(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }
}
