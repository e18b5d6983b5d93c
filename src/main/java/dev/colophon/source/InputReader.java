package dev.colophon.source;

import dev.colophon.model.Origin;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One input, from before it is opened until it is read whole. */
final class InputReader implements AutoCloseable {
    /** What the first bytes show. */
    private enum Content {
        WARC,
        ARC,
        OTHER
    }

    private final InputFile file;
    private final Storage root;
    private final SourceLimits limits;
    private @Nullable InputBytes bytes;
    private @Nullable ItemReader reader;
    private String sha256 = "";
    private long items;
    private boolean finished;

    InputReader(InputFile file, Storage root, SourceLimits limits) {
        this.file = file;
        this.root = root;
        this.limits = limits;
    }

    @Nullable
    SourceItem next() throws IOException {
        if (finished) {
            return null;
        }
        SourceItem item = reader == null ? openOrReject() : reader.next();
        if (item == null) {
            item = finish();
        }
        items += item == null ? 0 : 1;
        return item;
    }

    /** Opens the input and gives its first item; null where it holds none. */
    private @Nullable SourceItem openOrReject() throws IOException {
        try {
            if (!SpecialFiles.isRegular(root, file.path())) {
                return refuse(
                        RejectReason.SPECIAL_FILE, "expected a regular file, found a link, pipe, socket or device");
            }
            long size = root.size(file.path());
            if (size != file.size()) {
                return refuse(RejectReason.IO, changed(file, size));
            }
            bytes = new InputBytes(file, root.open(file.path()));
        } catch (NoSuchFileException vanished) {
            return vanished();
        } catch (AccessDeniedException denied) {
            return refuse(RejectReason.IO, "the file may not be read");
        }
        try {
            reader = reader(bytes);
            return reader.next();
        } catch (BadInput refused) {
            return refuse(refused.reason(), String.valueOf(refused.getMessage()));
        }
    }

    /** The only item of an input that is not read. */
    private SourceItem refuse(RejectReason reason, String message) {
        finished = true;
        return Rejects.of(Origin.ofFile(file.sourceUri(), file.size()), reason, message, null, 0);
    }

    private SourceItem vanished() {
        return file.path().indexOf('\ufffd') >= 0
                ? refuse(RejectReason.UNSAFE_NAME, "the file's name holds bytes that are no UTF-8: rename it")
                : refuse(RejectReason.IO, "the file was listed and is not there any more");
    }

    static String changed(InputFile file, long size) {
        return "the file changed between listing and reading: expected " + file.size() + " bytes, found " + size;
    }

    private ItemReader reader(InputBytes input) throws IOException {
        boolean zipped = input.startsWith(0, "\u001f\u008b");
        Content content = zipped ? zippedContent(input) : content(input);
        if (content == Content.ARC) {
            throw new BadInput(RejectReason.UNSUPPORTED, "an ARC file: WARC is read, ARC is not");
        }
        if (content == Content.WARC || isNamedWarc()) {
            return zipped ? new GzipWarcItems(file, input, limits) : new WarcItems(file, input, limits);
        }
        if (!zipped && file.size() > limits.documentBytes()) {
            throw new BadInput(
                    RejectReason.LIMIT_SIZE,
                    "a document of " + file.size() + " bytes, at most " + limits.documentBytes() + " are read");
        }
        GzipMember member = zipped ? new GzipMember(input, limits.expansionRatio()) : null;
        return new DocumentItems(file, input, member, limits, Sidecar.of(root, file));
    }

    private boolean isNamedWarc() {
        return file.size() > 0 && file.path().toLowerCase(Locale.ROOT).contains(".warc");
    }

    private static Content content(ByteWindow bytes) throws IOException {
        if (bytes.startsWith(0, "WARC/")) {
            return Content.WARC;
        }
        return bytes.startsWith(0, "filedesc://") ? Content.ARC : Content.OTHER;
    }

    private Content zippedContent(InputBytes input) throws IOException {
        input.mark();
        try (GzipMember first = new GzipMember(input, limits.expansionRatio())) {
            return content(first);
        } catch (BadInput unreadable) {
            return Content.OTHER;
        } finally {
            input.rewind();
            input.unmark();
        }
    }

    /** Reads what is left, and gives the item that is still owed. */
    private @Nullable SourceItem finish() throws IOException {
        finished = true;
        if (bytes == null) {
            return null;
        }
        sha256 = bytes.drain();
        long size = bytes.position();
        if (size != file.size()) {
            sha256 = "";
            // A single document has said so itself.
            return reader instanceof DocumentItems ? null : refuse(RejectReason.IO, changed(file, size));
        }
        return items > 0
                ? null
                : Rejects.of(
                        Origin.ofFile(file.sourceUri(), size),
                        RejectReason.EMPTY,
                        "the WARC holds no response, resource or conversion record",
                        sha256,
                        size);
    }

    InputFingerprint fingerprint() {
        return new InputFingerprint(file.sourceUri(), file.size(), file.modified(), sha256, items);
    }

    @Override
    public void close() throws IOException {
        try (InputBytes input = bytes) {
            if (reader != null) {
                reader.close();
            }
        }
    }
}
