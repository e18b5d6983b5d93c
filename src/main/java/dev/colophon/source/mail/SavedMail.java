package dev.colophon.source.mail;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What tells a page that a browser saved as MIME from a mail, and where it came from. */
final class SavedMail {
    /** Fields that mails have and saved pages do not. */
    private static final List<String> OF_MAILS =
            List.of("received", "to", "cc", "delivered-to", "return-path", "message-id");

    private SavedMail() {}

    /** Whether the header is that of a saved page, as far as it tells. */
    static boolean isHead(MailHead head) {
        String type = head.first("content-type");
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith("multipart/related")
                && OF_MAILS.stream().noneMatch(head::has);
    }

    /** {@code <https://kurier.example/a>} → the address inside. */
    static String withoutBrackets(String text) {
        return text.startsWith("<") && text.endsWith(">")
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }

    /** The address where it is one of the web; null where it is a file's or none. */
    static @Nullable String webAddress(@Nullable String location) {
        String address = location == null ? "" : withoutBrackets(location.strip());
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") ? address : null;
    }
}
