package dev.colophon.source;

import dev.colophon.model.Origin;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Opens shards. What an input is, its first bytes decide: {@code WARC/} is a WARC, gzip whose content begins so a gzipped
 * WARC, any other gzip one gzipped document, and everything else one document. A name with {@code .warc} decides where the
 * first bytes are damaged.
 */
public final class ShardReaders {
    private ShardReaders() {}

    /**
     * Opens a shard for reading in order. Each input is opened when its turn comes, read once, and gives at least one item.
     *
     * @param shard the inputs
     * @param roots where they lie, as {@link Inputs#roots} has them
     * @param limits what reading may cost
     */
    public static ShardReader open(Shard shard, List<Storage> roots, SourceLimits limits) {
        return new Sequence(shard, List.copyOf(roots), limits);
    }

    /** The inputs of a shard, one behind the other. */
    private static final class Sequence implements ShardReader {
        private final Iterator<InputFile> files;
        private final List<Storage> roots;
        private final SourceLimits limits;
        private final List<InputFingerprint> fingerprints = new ArrayList<>();
        private @Nullable Input current;

        Sequence(Shard shard, List<Storage> roots, SourceLimits limits) {
            this.files = shard.inputs().iterator();
            this.roots = roots;
            this.limits = limits;
        }

        @Override
        public @Nullable SourceItem next() throws IOException {
            while (true) {
                Input input = current;
                if (input == null) {
                    if (!files.hasNext()) {
                        return null;
                    }
                    InputFile file = files.next();
                    input = new Input(file, roots.get(file.root()), limits);
                    current = input;
                }
                SourceItem item = input.next();
                if (item != null) {
                    return item;
                }
                fingerprints.add(input.fingerprint());
                close();
            }
        }

        @Override
        public List<InputFingerprint> fingerprints() {
            return List.copyOf(fingerprints);
        }

        @Override
        public void close() throws IOException {
            Input input = current;
            current = null;
            if (input != null) {
                input.close();
            }
        }
    }

    /** What the first bytes show. */
    private enum Content {
        WARC,
        ARC,
        OTHER
    }

    /** One input, from before it is opened until it is read whole. */
    static final class Input implements AutoCloseable {
        private final InputFile file;
        private final Storage root;
        private final SourceLimits limits;
        private @Nullable InputBytes bytes;
        private @Nullable ItemReader reader;
        private String sha256 = "";
        private long items;
        private boolean finished;

        Input(InputFile file, Storage root, SourceLimits limits) {
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
                return refuse(RejectReason.IO, "the file was listed and is not there any more");
            } catch (AccessDeniedException denied) {
                return refuse(RejectReason.IO, "the file may not be read");
            }
            try {
                reader = reader(bytes);
                return reader.next();
            } catch (BadInput refused) {
                sha256 = bytes.drain();
                finished = true;
                return Rejects.of(
                        Origin.ofFile(file.sourceUri(), file.size()),
                        refused.reason(),
                        String.valueOf(refused.getMessage()),
                        sha256,
                        bytes.position());
            }
        }

        private SourceItem refuse(RejectReason reason, String message) {
            finished = true;
            return Rejects.of(Origin.ofFile(file.sourceUri(), file.size()), reason, message, null, 0);
        }

        static String changed(InputFile file, long size) {
            return "the file changed between listing and reading: expected " + file.size() + " bytes, found " + size;
        }

        private ItemReader reader(InputBytes input) throws IOException {
            boolean named = file.path().toLowerCase(Locale.ROOT).contains(".warc");
            if (input.startsWith(0, "\u001f\u008b")) {
                if (named || zippedWarc(input)) {
                    return new GzipWarcItems(file, input, limits);
                }
                return new DocumentItems(
                        file, input, new GzipMember(input, limits.expansionRatio()), limits, sidecar());
            }
            if (input.startsWith(0, "WARC/") || (named && file.size() > 0)) {
                return new WarcItems(file, input, limits);
            }
            return new DocumentItems(file, input, null, limits, sidecar());
        }

        private boolean zippedWarc(InputBytes input) throws IOException {
            input.mark();
            try (GzipMember first = new GzipMember(input, limits.expansionRatio())) {
                return first.startsWith(0, "WARC/");
            } catch (BadInput unreadable) {
                return false;
            } finally {
                input.rewind();
                input.unmark();
            }
        }

        private Sidecar sidecar() throws IOException {
            return Sidecar.of(root, file);
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
}
