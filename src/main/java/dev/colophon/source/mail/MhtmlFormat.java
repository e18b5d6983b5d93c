package dev.colophon.source.mail;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page that a browser saved with its pictures in one file: MHTML, multipart/related. The page is the document; its pictures,
 * styles and frames are parts of it and no documents.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2557">RFC 2557</a>
 */
public final class MhtmlFormat implements Format {
    private static final int LOOKED_AT = 64 << 10;
    private static final int FIRST_NAME = 80;

    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        if (MailHead.nameLength(bytes.slice(0, bytes.ensure(FIRST_NAME))) == 0) {
            return false;
        }
        MailHead head = head(bytes);
        return head != null && SavedMail.isHead(head);
    }

    private static @Nullable MailHead head(ByteWindow bytes) throws IOException {
        return MailHead.of(bytes.slice(0, bytes.ensure(LOOKED_AT)));
    }

    /** The boundary that the header names; empty where it names none. */
    static String boundary(ByteWindow bytes) throws IOException {
        MailHead head = head(bytes);
        String type = head == null ? null : head.first("content-type");
        int name = type == null ? -1 : type.toLowerCase(Locale.ROOT).indexOf("boundary=");
        if (type == null || name < 0) {
            return "";
        }
        String rest = type.substring(name + "boundary=".length()).strip();
        boolean quoted = rest.startsWith("\"");
        int end = quoted ? rest.indexOf('"', 1) : rest.indexOf(';');
        return rest.substring(quoted ? 1 : 0, end < 0 ? rest.length() : end).strip();
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) {
        return ItemReader.of(() -> SavedPageItem.read(place, bytes));
    }
}
