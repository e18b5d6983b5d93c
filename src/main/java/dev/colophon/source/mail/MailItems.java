package dev.colophon.source.mail;

import dev.colophon.model.Capture;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.DocumentFormat;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A mail, and what is attached to it. */
final class MailItems implements ItemReader {
    private final Place place;
    private final ItemReader whole;
    private @Nullable Attachments attachments;

    MailItems(Place place, ByteWindow bytes) throws IOException {
        this.place = place;
        this.whole = new DocumentFormat().open(place, bytes);
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        if (attachments != null) {
            return attachments.next();
        }
        SourceItem mail = whole.next();
        if (mail instanceof Capture capture) {
            attachments =
                    new Attachments(place, capture.body(), 0, place.extent().length());
        }
        return mail;
    }

    @Override
    public void close() throws IOException {
        if (attachments != null) {
            attachments.close();
        }
    }
}
