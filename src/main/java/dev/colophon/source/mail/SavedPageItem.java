package dev.colophon.source.mail;

import dev.colophon.model.Capture;
import dev.colophon.model.Declared;
import dev.colophon.model.Headline;
import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.CaptureTimes;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Sidecar;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.jspecify.annotations.Nullable;

/** The page of an MHTML file. */
final class SavedPageItem {
    private SavedPageItem() {}

    /** @throws BadInput where the file holds no whole page */
    static Capture read(Place place, ByteWindow bytes) throws IOException {
        RelatedParts parts = new RelatedParts(place.limits());
        CountingStream stream = new CountingStream(bytes, MhtmlFormat.boundary(bytes));
        try {
            parts.read(stream);
        } catch (MimeException broken) {
            throw new BadInput(RejectReason.MALFORMED, "expected a page saved as MHTML: " + broken.getMessage());
        }
        RelatedParts.Root root = parts.root();
        if (root == null) {
            throw new BadInput(
                    parts.isCut(stream.found()) ? RejectReason.TRUNCATED : RejectReason.MALFORMED,
                    "expected a part with the page's HTML, found none");
        }
        if (parts.isCut(stream.found())) {
            throw new BadInput(RejectReason.TRUNCATED, "the saved page ends early");
        }
        return capture(place, parts, root);
    }

    private static Capture capture(Place place, RelatedParts parts, RelatedParts.Root root) {
        Sidecar about = place.about();
        return new Capture(
                place.whole(),
                about.url() == null ? address(parts, root) : about.url(),
                about.capturedAt() == null ? saved(parts) : about.capturedAt(),
                about.contentType() == null ? root.type() : about.contentType(),
                about.lastModified(),
                about.httpStatus(),
                about.publisher(),
                new Declared(
                        new Headline(title(parts), null, null),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        List.of()),
                root.body());
    }

    private static @Nullable String address(RelatedParts parts, RelatedParts.Root root) {
        String own = SavedMail.webAddress(root.location());
        String snapshot = SavedMail.webAddress(parts.field("snapshot-content-location"));
        return own != null ? own : snapshot != null ? snapshot : SavedMail.webAddress(parts.field("content-location"));
    }

    private static @Nullable Instant saved(RelatedParts parts) {
        String date = parts.field("date");
        return date == null ? null : CaptureTimes.read(date);
    }

    private static @Nullable String title(RelatedParts parts) {
        String subject = parts.field("subject");
        return subject == null
                ? null
                : DecoderUtil.decodeEncodedWords(subject, DecodeMonitor.SILENT).strip();
    }
}
