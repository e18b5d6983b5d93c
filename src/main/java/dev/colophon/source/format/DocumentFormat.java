package dev.colophon.source.format;

import dev.colophon.model.Capture;
import dev.colophon.model.RejectReason;
import java.io.IOException;
import java.util.Arrays;

/** What is no container: one document. The last of all formats. */
public final class DocumentFormat implements Format {
    private static final int STEP = 1 << 16;

    @Override
    public boolean recognises(Place place, ByteWindow bytes) {
        return true;
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        if (bytes.length() > place.limits().documentBytes()) {
            throw new BadInput(
                    RejectReason.LIMIT_SIZE,
                    "a document of " + bytes.length() + " bytes, at most "
                            + place.limits().documentBytes() + " are read");
        }
        return ItemReader.of(() -> document(place, bytes));
    }

    /**
     * Reads a window to its end.
     *
     * @throws BadInput where it is longer than a document may be
     */
    public static byte[] all(ByteWindow bytes, SourceLimits limits) throws IOException {
        byte[] body = new byte[0];
        int length = 0;
        while (bytes.ensure(1) > 0) {
            int step = Math.min(bytes.visible(), STEP);
            if (length + (long) step > limits.documentBytes()) {
                throw new BadInput(
                        RejectReason.LIMIT_SIZE, "expected at most " + limits.documentBytes() + " bytes, found more");
            }
            if (length + step > body.length) {
                body = Arrays.copyOf(body, Math.max(length + step, body.length * 2));
            }
            ByteWindow.ByteSlice slice = bytes.slice(0, step);
            System.arraycopy(slice.array(), slice.offset(), body, length, step);
            length += step;
            bytes.consume(step);
        }
        return length == body.length ? body : Arrays.copyOf(body, length);
    }

    /** The document. Its place in its container is known to who opened it. */
    private static Capture document(Place place, ByteWindow bytes) throws IOException {
        byte[] body = all(bytes, place.limits());
        if (body.length == 0) {
            throw new BadInput(RejectReason.EMPTY, place.decoded() ? "it expands to nothing" : "it is empty");
        }
        Sidecar about = place.about();
        SavedPage saved = SavedPage.of(body);
        return new Capture(
                place.whole(),
                about.url() == null ? saved.url() : about.url(),
                about.capturedAt() == null ? saved.savedAt() : about.capturedAt(),
                about.contentType(),
                about.lastModified(),
                about.httpStatus(),
                about.publisher(),
                body);
    }
}
