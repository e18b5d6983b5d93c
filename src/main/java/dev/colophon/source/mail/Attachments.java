package dev.colophon.source.mail;

import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow.ByteSlice;
import dev.colophon.source.format.EntryItems;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import dev.colophon.source.format.Sidecar;
import dev.colophon.source.format.StreamBytes;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * What is attached to a mail, forwarded mails included, as entries of it, one after the other. The mail's own text, in each of
 * its forms, and the pictures in it are none. Not thread-safe.
 */
final class Attachments implements Closeable {
    /** Tens of thousands of recipients. */
    private static final int LONGEST_HEADER = 4 << 20;

    private static final int MOST_HEADERS = 1_000;

    private final Place place;
    private final byte[] mail;
    private final long offset;
    private final long length;
    private final MailParts parts = new MailParts();
    private final MimeTokenStream tokens;
    private @Nullable EntryItems entry;
    private boolean started;
    private boolean failed;

    /**
     * The attachments of a mail.
     *
     * @param place of the mail, or of the mail box that it lies in
     * @param offset of the mail there
     * @param length that it takes there
     */
    Attachments(Place place, byte[] mail, long offset, long length) {
        this.place = place;
        this.mail = mail;
        this.offset = offset;
        this.length = length;
        MimeConfig config = new MimeConfig.Builder()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(LONGEST_HEADER)
                .setMaxHeaderCount(MOST_HEADERS)
                .setMaxContentLen(-1)
                .build();
        this.tokens = new MimeTokenStream(config);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    }

    /** The next item of an attachment; null behind the last. Where no more can be read, one reject is the last. */
    @Nullable
    SourceItem next() throws IOException {
        while (true) {
            EntryItems open = entry;
            SourceItem item = open == null ? null : open.next();
            if (item != null) {
                return item;
            }
            close();
            MailParts.Part part;
            try {
                part = nextPart();
            } catch (BadInput broken) {
                return fail(broken);
            }
            if (part == null) {
                return null;
            }
            SourceItem refused = open(part);
            if (refused != null) {
                return refused;
            }
        }
    }

    /** The next part that is an attachment; the tokens then stand at its body. */
    private MailParts.@Nullable Part nextPart() throws IOException {
        if (failed) {
            return null;
        }
        try {
            if (!started) {
                started = true;
                tokens.parse(new ByteArrayInputStream(mail));
                parts.take(tokens);
            } else if (tokens.getState() != EntityState.T_END_OF_STREAM) {
                tokens.next();
                parts.take(tokens);
            }
            while (tokens.getState() != EntityState.T_END_OF_STREAM) {
                MailParts.Part part = parts.attachment(tokens);
                if (part != null) {
                    return part;
                }
                tokens.next();
                parts.take(tokens);
            }
            return null;
        } catch (MimeException broken) {
            throw new BadInput(RejectReason.MALFORMED, "expected the parts of a mail: " + broken.getMessage());
        }
    }

    /** Ends the reading; the reject stands for all attachments from here on. */
    private @Nullable SourceItem fail(BadInput broken) {
        failed = true;
        int number = parts.nextNumber();
        Place here = place.part("part-" + number, offset, length, number);
        return here.isWanted() ? Rejects.of(here.whole(), broken) : null;
    }

    /** Opens an attachment; a reject where that must not be. */
    private @Nullable SourceItem open(MailParts.Part part) throws IOException {
        place.reading().budget().entry();
        Place here = place.part(part.name(), offset, length, part.number());
        if (!here.isWanted()) {
            return null;
        }
        try {
            place.requireDepth();
            entry = new EntryItems(here.about(about(part)), StreamBytes.of(content()));
            return null;
        } catch (BadInput refused) {
            return Rejects.of(here.whole(), refused);
        }
    }

    private static Sidecar about(MailParts.Part part) {
        return new Sidecar(null, null, part.type(), null, null, null);
    }

    private ByteSlice content() throws IOException {
        long limit = place.limits().documentBytes();
        byte[] content = tokens.getDecodedInputStream().readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limit + 1));
        if (content.length > limit) {
            throw new BadInput(RejectReason.LIMIT_SIZE, "an attachment of more than " + limit + " bytes");
        }
        return new ByteSlice(content, 0, content.length);
    }

    @Override
    public void close() throws IOException {
        EntryItems open = entry;
        entry = null;
        if (open != null) {
            open.close();
        }
    }
}
