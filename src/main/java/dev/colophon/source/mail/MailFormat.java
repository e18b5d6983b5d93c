package dev.colophon.source.mail;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail that may have attachments: its header names another content than text. The mail is a document, and each of its
 * attachments is an entry of it. Told by two fields of a mail's header and its type.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322">RFC 5322</a>
 */
public final class MailFormat implements Format {
    private static final int LOOKED_AT = 64 << 10;

    /** What is looked at where a header does not end before; as much as {@link Attachments} reads of one field. */
    private static final int LONGEST_HEADER = 4 << 20;

    private static final int FIRST_NAME = 80;
    private static final int FIELDS_OF_A_MAIL = 2;

    private static final List<String> OF_MAILS =
            List.of("from", "to", "subject", "date", "message-id", "received", "mime-version");

    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        if (MailHead.nameLength(bytes.slice(0, bytes.ensure(FIRST_NAME))) == 0) {
            return false;
        }
        MailHead head = head(bytes);
        String type = head == null ? null : head.first("content-type");
        return head != null
                && type != null
                && !type.toLowerCase(Locale.ROOT).startsWith("text/")
                && type.indexOf('/') > 0
                && fieldsOfMails(head) >= FIELDS_OF_A_MAIL;
    }

    private static @Nullable MailHead head(ByteWindow bytes) throws IOException {
        MailHead head = MailHead.of(bytes.slice(0, bytes.ensure(LOOKED_AT)));
        boolean longer = head != null && head.length() == LOOKED_AT && fieldsOfMails(head) > 0;
        return longer ? MailHead.of(bytes.slice(0, bytes.ensure(LONGEST_HEADER))) : head;
    }

    private static long fieldsOfMails(MailHead head) {
        return OF_MAILS.stream().filter(head::has).count();
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        return new MailItems(place, bytes);
    }
}
