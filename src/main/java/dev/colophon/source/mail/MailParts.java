package dev.colophon.source.mail;

import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;

/** Tells a mail's attachments from the parts that make its text, by what the parts say of themselves and where they stand. */
final class MailParts {
    /** Most multiparts inside one another: mime4j reads through a stream for each of them. */
    static final int DEEPEST = 100;

    private static final String MAIL = "message/rfc822";

    /**
     * An attachment.
     *
     * @param name its file's, or one made of its number
     * @param number among the mail's parts, from 1
     * @param type its Content-Type; null where that tells nothing
     */
    record Part(String name, int number, @Nullable String type) {}

    /** The types of the multiparts that are open, the innermost first. */
    private final Deque<String> around = new ArrayDeque<>();

    private final Map<String, String> header = new HashMap<>();
    private int number;

    /** The number of the part that comes next. */
    int nextNumber() {
        return number + 1;
    }

    /** What is thrown of a mail whose multiparts lie too deep. */
    static BadInput tooDeep() {
        return new BadInput(RejectReason.LIMIT_DEPTH, "multiparts nested more than " + DEEPEST + " deep");
    }

    /**
     * Takes note of a token.
     *
     * @throws BadInput where a multipart begins inside too many others
     */
    void take(MimeTokenStream tokens) throws BadInput {
        EntityState state = tokens.getState();
        if (state == EntityState.T_START_HEADER) {
            header.clear();
        } else if (state == EntityState.T_FIELD) {
            Field field = tokens.getField();
            header.putIfAbsent(
                    field.getName().toLowerCase(Locale.ROOT),
                    String.valueOf(field.getBody()).strip());
        } else if (state == EntityState.T_START_MULTIPART) {
            if (around.size() >= DEEPEST) {
                throw tooDeep();
            }
            around.push(tokens.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT));
        } else if (state == EntityState.T_END_MULTIPART && !around.isEmpty()) {
            around.pop();
        } else if (state == EntityState.T_BODY) {
            number++;
        }
    }

    /** The attachment whose body begins here; null where none does. */
    @Nullable
    Part attachment(MimeTokenStream tokens) {
        if (tokens.getState() != EntityState.T_BODY) {
            return null;
        }
        String type = tokens.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
        String disposition = header.getOrDefault("content-disposition", "");
        boolean attached = disposition.toLowerCase(Locale.ROOT).startsWith("attachment");
        return isOfTheMail(type, attached) ? null : new Part(name(type, disposition), number, declared(type));
    }

    private boolean isOfTheMail(String type, boolean attached) {
        String parent = around.isEmpty() ? "" : around.peek();
        boolean text = type.startsWith("text/");
        boolean picture = type.startsWith("image/") && (!attached || header.containsKey("content-id"));
        boolean signature = parent.equals("multipart/signed") && type.endsWith("-signature");
        boolean form = parent.equals("multipart/alternative") && text;
        boolean report = type.equals("text/rfc822-headers") || (type.startsWith("message/") && !type.equals(MAIL));
        boolean bare = around.isEmpty() && number > 1;
        return (text && !attached && isShown(type)) || picture || signature || (form && !attached) || report || bare;
    }

    /** Whether mail programs show it among the mail's text. */
    private static boolean isShown(String type) {
        return type.equals("text/plain") || type.equals("text/html");
    }

    private String name(String type, String disposition) {
        String stated = FileNames.parameter(disposition, "filename");
        String named = stated == null ? FileNames.parameter(header.getOrDefault("content-type", ""), "name") : stated;
        return named == null ? "part-" + number + (type.equals(MAIL) ? ".eml" : "") : named;
    }

    private @Nullable String declared(String type) {
        boolean tells = !type.equals("application/octet-stream") && header.containsKey("content-type");
        return tells ? header.get("content-type") : null;
    }
}
