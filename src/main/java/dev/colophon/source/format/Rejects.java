package dev.colophon.source.format;

import dev.colophon.model.Origin;
import dev.colophon.model.Reject;
import dev.colophon.model.RejectReason;
import dev.colophon.model.Stage;
import dev.colophon.text.Controls;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Rejects of the hop that opens inputs, and text that is safe in a row or a log line. */
public final class Rejects {
    private static final int MOST_CHARS = 500;

    private Rejects() {}

    /** A reject of which only the place and the stored bytes are known. */
    public static Reject of(
            Origin origin, RejectReason reason, String message, @Nullable String sha256, long hashedBytes) {
        return new Reject(
                origin,
                null,
                null,
                null,
                sha256,
                sha256 == null ? 0 : hashedBytes,
                Stage.OPEN,
                reason,
                printable(message),
                null);
    }

    /** A reject of bytes that were not hashed. */
    public static Reject of(Origin origin, BadInput fault) {
        return of(origin, fault.reason(), fault.text(), null, 0);
    }

    /** The text without control and direction characters, at most 500 characters: {@code "a\nb"} → {@code "a\\u000ab"}. */
    public static String printable(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length() && out.length() < MOST_CHARS; i++) {
            char unit = text.charAt(i);
            if (Controls.isObeyed(unit)) {
                out.append("\\u").append(HexFormat.of().toHexDigits(unit));
            } else {
                out.append(unit);
            }
        }
        return out.toString();
    }
}
