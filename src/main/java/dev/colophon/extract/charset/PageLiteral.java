package dev.colophon.extract.charset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages that were stored as a program would write them down: {@code b'<html>\xe0\xa6\xa8\n'}, which is what Python
 * makes of bytes that it is asked to print, or the string {@code "<html>\n\"\u09a8\""} of JSON, JavaScript or Python.
 */
final class PageLiteral {
    private static final int BEGINNING = 4_096;
    private static final int HEXADECIMAL = 16;

    private final byte[] body;
    private final boolean bytes;
    private final int end;
    private final ByteArrayOutputStream out;
    private int at;

    private PageLiteral(byte[] body, boolean bytes, int from, int end) {
        this.body = body;
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.out = new ByteArrayOutputStream(end - from);
    }

    /** The bytes that are meant, UTF-8 where a string is; null where the page stands there as it is. */
    static byte @Nullable [] meant(byte[] body) {
        int start = behindSpace(body, behindMark(body));
        boolean bytes = start < body.length && body[start] == 'b';
        int quote = bytes ? start + 1 : start;
        if (quote >= body.length || (body[quote] != '"' && body[quote] != '\'') || !isOneLine(body, quote)) {
            return null;
        }
        int end = body.length;
        while (end > quote + 1 && isSpace(body[end - 1])) {
            end--;
        }
        boolean closed = end > quote + 1 && body[end - 1] == body[quote];
        // What a table's cell has no room for is cut off.
        if (!closed && !bytes) {
            return null;
        }
        PageLiteral literal = new PageLiteral(body, bytes, quote + 1, closed ? end - 1 : end);
        return literal.read(body[quote]) && isMarkup(literal.out.toByteArray()) ? literal.out.toByteArray() : null;
    }

    private static int behindMark(byte[] text) {
        boolean marked = text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    private static int behindSpace(byte[] text, int from) {
        int at = from;
        while (at < text.length && isSpace(text[at])) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte unit) {
        return unit == ' ' || unit == '\t' || unit == '\n' || unit == '\r';
    }

    /** A literal writes line breaks as {@code \n}. */
    private static boolean isOneLine(byte[] body, int from) {
        for (int i = from; i < Math.min(body.length, from + BEGINNING); i++) {
            if (body[i] == '\n' && i + 1 < body.length) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMarkup(byte[] meant) {
        int at = behindSpace(meant, behindMark(meant));
        return at < meant.length && meant[at] == '<';
    }

    /** False where the quote that ends it stands inside: two quotations and what is said between them are no literal. */
    private boolean read(byte quote) {
        while (at < end) {
            byte unit = body[at++];
            if (unit == quote) {
                return false;
            }
            if (unit == '\\' && at < end) {
                escaped((char) body[at++]);
            } else {
                out.write(unit);
            }
        }
        return true;
    }

    private void escaped(char unit) {
        switch (unit) {
            case 'n' -> out.write('\n');
            case 'r' -> out.write('\r');
            case 't' -> out.write('\t');
            case 'b', 'f' -> out.write(' ');
            case 'x' -> number(2);
            case 'u' -> number(4);
            case 'U' -> number(8);
            default -> out.write(unit);
        }
    }

    /** Reads so many digits; two surrogates are one character. */
    private void number(int digits) {
        int first = digits(digits);
        boolean pair = first >= Character.MIN_HIGH_SURROGATE
                && first <= Character.MAX_HIGH_SURROGATE
                && at + 1 < end
                && body[at] == '\\'
                && body[at + 1] == 'u';
        if (first < 0) {
            out.write('\\');
        } else if (bytes) {
            out.write(first);
        } else if (pair) {
            at += 2;
            add(Character.toCodePoint((char) first, (char) Math.max(0, digits(4))));
        } else {
            add(first);
        }
    }

    private void add(int codePoint) {
        boolean scalar = Character.isValidCodePoint(codePoint)
                && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
        out.writeBytes(Character.toString(scalar ? codePoint : 0xFFFD).getBytes(StandardCharsets.UTF_8));
    }

    /** The number that so many digits stand for; -1 where they are none, and nothing is read. */
    private int digits(int count) {
        long number = 0;
        for (int i = at; i < at + count; i++) {
            int digit = i < end ? Character.digit((char) body[i], HEXADECIMAL) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * HEXADECIMAL + digit;
        }
        at += count;
        return (int) Math.min(number, Integer.MAX_VALUE);
    }
}
