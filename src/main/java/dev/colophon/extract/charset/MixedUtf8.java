package dev.colophon.extract.charset;

import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 into which text of another encoding was pasted, as templates, comments and feeds do: what is a UTF-8
 * sequence is one, and every other byte beyond ASCII is read as windows-1252, the encoding that is nearly always the other.
 */
final class MixedUtf8 {
    private MixedUtf8() {}

    static String decode(byte[] body) {
        StringBuilder out = new StringBuilder(body.length);
        int at = 0;
        while (at < body.length) {
            int end = endOfUtf8(body, at);
            out.append(new String(body, at, end - at, StandardCharsets.UTF_8));
            at = end;
            if (at < body.length) {
                out.append(new String(body, at, 1, CharsetGuess.FALLBACK));
                at++;
            }
        }
        return out.toString();
    }

    private static int endOfUtf8(byte[] body, int start) {
        int at = start;
        while (at < body.length) {
            int length = body[at] >= 0 ? 1 : Utf8Check.sequence(body, at);
            if (length == 0) {
                return at;
            }
            at += length;
        }
        return at;
    }
}
