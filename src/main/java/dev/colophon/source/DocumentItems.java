package dev.colophon.source;

import dev.colophon.model.Capture;
import dev.colophon.model.Origin;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is one document, as it is or gzipped: then all members make the document. Bytes behind the last gzip member
 * that are no member are left out with a warning, as gzip does. Rejects carry the hash of the file as stored.
 */
final class DocumentItems implements ItemReader {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentItems.class);
    private static final int STEP = 1 << 16;

    private final InputFile file;
    private final InputBytes input;
    private final Sidecar sidecar;
    private final SourceLimits limits;
    private @Nullable GzipMember member;
    private boolean done;

    /** @param member the first gzip member, of which nothing is consumed yet; null for a file that is not gzipped */
    DocumentItems(InputFile file, InputBytes input, @Nullable GzipMember member, SourceLimits limits, Sidecar sidecar) {
        this.file = file;
        this.input = input;
        this.member = member;
        this.limits = limits;
        this.sidecar = sidecar;
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        if (done) {
            return null;
        }
        done = true;
        try {
            byte[] body = member == null ? all(input, new byte[0]) : unzipped(member);
            input.drain();
            if (input.position() != file.size()) {
                return reject(RejectReason.IO, InputReader.changed(file, input.position()));
            }
            return body.length == 0
                    ? reject(RejectReason.EMPTY, file.size() == 0 ? "the file is empty" : "it expands to nothing")
                    : capture(body);
        } catch (BadInput damage) {
            return reject(damage.reason(), String.valueOf(damage.getMessage()));
        }
    }

    private byte[] unzipped(GzipMember first) throws IOException {
        byte[] body = all(first, new byte[0]);
        while (anotherMember()) {
            closeMember();
            GzipMember next = new GzipMember(input, limits.expansionRatio());
            member = next;
            body = all(next, body);
        }
        return body;
    }

    private boolean anotherMember() throws IOException {
        while (input.ensure(1) > 0 && input.at(0) == 0) {
            input.consume(1);
        }
        boolean more = input.ensure(2) == 2 && input.at(0) == 0x1f && input.at(1) == (byte) 0x8b;
        if (!more && input.ensure(1) > 0) {
            LOG.warn(
                    "{}: the bytes from {} on are no gzip member and are left out",
                    Rejects.printable(file.sourceUri()),
                    input.position());
        }
        return more;
    }

    /** What was read so far and all the bytes of a window. */
    private byte[] all(ByteWindow bytes, byte[] before) throws IOException {
        byte[] body = before;
        int length = before.length;
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

    private Capture capture(byte[] body) {
        return new Capture(
                Origin.ofFile(file.sourceUri(), file.size()),
                sidecar.url(),
                sidecar.capturedAt(),
                sidecar.contentType(),
                sidecar.lastModified(),
                sidecar.httpStatus(),
                sidecar.publisher(),
                body);
    }

    private SourceItem reject(RejectReason reason, String message) throws IOException {
        String sha256 = input.drain();
        return Rejects.of(
                Origin.ofFile(file.sourceUri(), file.size()),
                reason,
                message,
                input.position() == 0 ? null : sha256,
                input.position());
    }

    private void closeMember() {
        if (member != null) {
            member.close();
        }
    }

    @Override
    public void close() {
        closeMember();
    }
}
