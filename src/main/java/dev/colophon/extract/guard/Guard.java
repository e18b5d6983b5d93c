package dev.colophon.extract.guard;

import dev.colophon.model.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * Looks at documents that a parser would unpack: Office, OpenDocument and EPUB files (ZIP), PDF, XML. What is broken is none of
 * its business, and left to the parser to name. Thread-safe; time is linear in the bytes, memory constant.
 */
public final class Guard {
    private final int expansionRatio;

    /** @param expansionRatio most bytes that one byte of a document may expand to, counted once it has given 1 MB */
    public Guard(int expansionRatio) {
        this.expansionRatio = expansionRatio;
    }

    /**
     * Why a document must not be parsed.
     *
     * @param reason the limit
     * @param message what was found, for people
     */
    public record Refusal(RejectReason reason, String message) {}

    /** Why the document must not be parsed; null where it may. */
    public @Nullable Refusal refusal(byte[] body, String mediaType) {
        if (startsWith(body, "PK\u0003\u0004")) {
            return ZipGuard.refusal(body, expansionRatio);
        }
        if (mediaType.equals("application/pdf")) {
            return PdfGuard.refusal(body, expansionRatio);
        }
        return mediaType.endsWith("xml") ? XmlGuard.refusal(body) : null;
    }

    private static boolean startsWith(byte[] body, String mark) {
        if (body.length < mark.length()) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if (body[i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
