package dev.colophon.source.mail;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import java.io.IOException;

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
        MailHead head = MailHead.of(bytes.slice(0, bytes.ensure(LOOKED_AT)));
        return head != null && SavedMail.isHead(head);
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) {
        return new SavedPageItem(place, bytes);
    }
}
