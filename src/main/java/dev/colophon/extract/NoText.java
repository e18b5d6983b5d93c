package dev.colophon.extract;

import dev.colophon.model.RejectReason;
import java.nio.charset.StandardCharsets;

/** Why a document that a parser read without complaint has no text. */
final class NoText {
    private static final int LOOKED_AT = 4_096;
    private static final int TAIL = 1_024;

    private NoText() {}

    static ExtractionException of(String mediaType, byte[] body) {
        String found = "text was expected, this " + mediaType + " has none";
        if (mediaType.endsWith("xml") && part(body, 0, LOOKED_AT).contains("<!ENTITY")) {
            return new ExtractionException(
                    RejectReason.MALFORMED, found + "; it points to entities elsewhere, which are not read", null);
        }
        if (!mediaType.equals("application/pdf")) {
            return new ExtractionException(RejectReason.EMPTY, found, null);
        }
        if (!part(body, body.length - TAIL, TAIL).contains("%%EOF")) {
            return new ExtractionException(RejectReason.TRUNCATED, found + "; it ends before its end", null);
        }
        return new ExtractionException(
                RejectReason.EMPTY, found + "; its pages may be scans, and pictures of text are not read", null);
    }

    private static String part(byte[] body, int from, int length) {
        int start = Math.max(0, from);
        return new String(body, start, Math.min(length, body.length - start), StandardCharsets.ISO_8859_1);
    }
}
