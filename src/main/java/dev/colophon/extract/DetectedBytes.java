package dev.colophon.extract;

import java.util.Arrays;

/**
 * The first bytes of a document, for Tika to tell its type by. It parses the start of XML files, and the JDK's parser prints a
 * stack trace where one breaks off among the declarations of its document type; those say nothing of the type and are left out.
 */
final class DetectedBytes {
    private static final int LOOKED_AT = 1 << 16;
    private static final String DOCTYPE = "<!DOCTYPE";
    private static final int COMMENT_START = '<' << 24 | '!' << 16 | '-' << 8 | '-';
    private static final int COMMENT_END = '-' << 16 | '-' << 8 | '>';

    private DetectedBytes() {}

    /** A copy of the first bytes, spaces where declarations were; of a document type that does not end nothing is left. */
    static byte[] of(byte[] body) {
        byte[] start = Arrays.copyOf(body, Math.min(body.length, LOOKED_AT));
        int doctype = begins(start) ? find(start) : -1;
        int from = doctype < 0 ? -1 : subset(start, doctype);
        if (from >= 0) {
            int to = end(start, from);
            blank(start, to < start.length ? from : doctype, to);
        }
        return start;
    }

    /** Of a text in UTF-16 every second byte is 0, and stays so. */
    private static void blank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                bytes[i] = ' ';
            }
        }
    }

    private static boolean begins(byte[] bytes) {
        for (byte each : bytes) {
            if (each == '<') {
                return true;
            }
            if (each > ' ') {
                return false;
            }
        }
        return false;
    }

    /** Where the document type begins; -1 where there is none. */
    private static int find(byte[] bytes) {
        int begin = 0;
        int matched = 0;
        for (int i = 0; i < bytes.length && matched < DOCTYPE.length(); i++) {
            if (bytes[i] == '<') {
                begin = i;
                matched = 1;
            } else if (bytes[i] != 0) {
                matched = bytes[i] == DOCTYPE.charAt(matched) ? matched + 1 : 0;
            }
        }
        return matched == DOCTYPE.length() ? begin : -1;
    }

    /** Where its declarations begin, at the end where it has no end; -1 where it has none. */
    private static int subset(byte[] bytes, int from) {
        byte quote = 0;
        for (int i = from; i < bytes.length; i++) {
            if (quote != 0) {
                quote = bytes[i] == quote ? 0 : quote;
            } else if (bytes[i] == '"' || bytes[i] == '\'') {
                quote = bytes[i];
            } else if (bytes[i] == '>') {
                return -1;
            } else if (bytes[i] == '[') {
                return i + 1;
            }
        }
        return bytes.length;
    }

    /** Where the bracket is that ends the declarations; behind all bytes where they do not end. */
    private static int end(byte[] bytes, int from) {
        boolean inside = false;
        byte quote = 0;
        boolean comment = false;
        int last = 0;
        for (int i = from; i < bytes.length; i++) {
            byte each = bytes[i];
            if (each == 0) {
                continue;
            }
            last = last << 8 | each & 0xff;
            if (comment) {
                comment = (last & 0xffffff) != COMMENT_END;
                inside = comment;
            } else if (quote != 0) {
                quote = each == quote ? 0 : quote;
            } else if (inside) {
                comment = last == COMMENT_START;
                inside = each != '>';
                quote = each == '"' || each == '\'' ? each : 0;
            } else if (each == ']') {
                return isClosed(bytes, i + 1) ? i : bytes.length;
            } else {
                inside = each == '<';
            }
        }
        return bytes.length;
    }

    private static boolean isClosed(byte[] bytes, int from) {
        int next = from;
        while (next < bytes.length && bytes[next] >= 0 && bytes[next] <= ' ') {
            next++;
        }
        return next < bytes.length && bytes[next] == '>';
    }
}
