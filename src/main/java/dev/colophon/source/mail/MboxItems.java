package dev.colophon.source.mail;

import dev.colophon.model.Capture;
import dev.colophon.model.Declared;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ByteWindow.ByteSlice;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a mail box, each with what is attached to it. {@code >From } at a line's beginning, which the box's
 * writer escaped so, loses its mark.
 */
final class MboxItems implements ItemReader {
    private final Place place;
    private final ByteWindow bytes;
    private @Nullable Attachments attachments;

    MboxItems(Place place, ByteWindow bytes) {
        this.place = place;
        this.bytes = bytes;
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        SourceItem attached = attachments == null ? null : attachments.next();
        if (attached != null) {
            return attached;
        }
        close();
        if (bytes.ensure(1) == 0) {
            return null;
        }
        long offset = bytes.position();
        Message message = new Message();
        message.passLine();
        while (bytes.ensure(1) > 0 && !(message.blank && MboxFormat.beginsMessage(bytes))) {
            message.addLine();
        }
        SourceItem item = message.item(offset, bytes.position() - offset);
        if (item instanceof Capture capture) {
            attachments = new Attachments(place, capture.body(), offset, bytes.position() - offset);
        }
        return item;
    }

    @Override
    public void close() throws IOException {
        if (attachments != null) {
            attachments.close();
        }
        attachments = null;
    }

    private final class Message {
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private boolean tooLong;
        private boolean blank;

        /** Consumes a line that is no part of the message. */
        void passLine() throws IOException {
            boolean ended = false;
            while (!ended && bytes.ensure(1) > 0) {
                ended = take(false);
            }
        }

        void addLine() throws IOException {
            blank = bytes.startsWith(0, "\n") || bytes.startsWith(0, "\r\n");
            if (isEscaped()) {
                bytes.consume(1);
            }
            boolean ended = false;
            while (!ended && bytes.ensure(1) > 0) {
                ended = take(!tooLong);
            }
        }

        private boolean isEscaped() throws IOException {
            int marks = 0;
            while (bytes.ensure(marks + 1) > marks && marks < 16 && bytes.at(marks) == '>') {
                marks++;
            }
            return marks > 0 && bytes.startsWith(marks, "From ");
        }

        /** Takes what is visible of a line; true where that is its end. */
        private boolean take(boolean kept) {
            int end = 0;
            while (end < bytes.visible() && bytes.at(end) != '\n') {
                end++;
            }
            boolean ended = end < bytes.visible();
            ByteSlice part = bytes.slice(0, ended ? end + 1 : end);
            if (kept) {
                body.write(part.array(), part.offset(), part.length());
                tooLong = body.size() > place.limits().documentBytes();
            }
            bytes.consume(part.length());
            return ended;
        }

        SourceItem item(long offset, long length) {
            if (tooLong) {
                String message = "a message of more than " + place.limits().documentBytes() + " bytes";
                return Rejects.of(place.origin(offset, length), RejectReason.LIMIT_SIZE, message, null, 0);
            }
            byte[] mail = body.toByteArray();
            MailHead head = MailHead.of(new ByteSlice(mail, 0, mail.length));
            if (mail.length == 0) {
                return Rejects.of(place.origin(offset, length), RejectReason.EMPTY, "a message of no bytes", null, 0);
            }
            String id = head == null ? null : head.first("message-id");
            String archived = head == null ? null : head.first("archived-at");
            return new Capture(
                    place.origin(offset, length, id),
                    archived == null ? null : SavedMail.withoutBrackets(archived),
                    null,
                    "message/rfc822",
                    null,
                    null,
                    null,
                    Declared.NOTHING,
                    mail);
        }
    }
}
