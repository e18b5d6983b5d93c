package dev.colophon.source;

import dev.colophon.model.Origin;
import dev.colophon.model.Reject;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.Budget;
import dev.colophon.source.format.CrawlFiles;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.ReaderFaults;
import dev.colophon.source.format.Rejects;
import dev.colophon.source.format.SourceSettings;
import dev.colophon.source.format.StoredBytes;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** One input, from before it is opened until it is read whole. */
final class InputReader implements AutoCloseable {
    private static final int MOST_OF_NOTES = 64 << 10;

    private final InputFile file;
    private final Storage root;
    private final SourceSettings settings;
    private final @Nullable String wanted;
    private final boolean hashed;
    private @Nullable StoredBytes bytes;
    private @Nullable ItemReader reader;
    private String sha256 = "";
    private long items;
    private boolean finished;

    /**
     * @param wanted path of the one entry that is asked for; null for all
     * @param hashed whether the input is read to its end for its hash
     */
    InputReader(InputFile file, Storage root, SourceSettings settings, @Nullable String wanted, boolean hashed) {
        this.hashed = hashed;
        this.wanted = wanted;
        this.file = file;
        this.root = root;
        this.settings = settings;
    }

    /**
     * The next item; null behind the last.
     *
     * @param mirrors tells where files are from
     */
    @Nullable
    SourceItem next(MirrorFolders mirrors) throws IOException {
        if (finished) {
            return null;
        }
        SourceItem item;
        try {
            item = reader == null ? openOrReject() : ReaderFaults.guarded(this::position, reader::next);
            requireSound();
            item = item == null ? finish() : mirrors.located(item, root, file.path());
        } catch (BadInput damage) {
            requireSound();
            item = refuse(damage);
        }
        items += item == null ? 0 : 1;
        return item;
    }

    private long position() {
        return bytes == null ? 0 : bytes.position();
    }

    /** What a dropped connection has led to is no fault of the input. */
    private void requireSound() throws IOException {
        if (bytes != null) {
            bytes.requireSound();
        }
    }

    /** Opens the input and gives its first item; null where it holds none. */
    private @Nullable SourceItem openOrReject() throws IOException {
        try {
            if (SpecialFiles.isFolder(root, file.path())) {
                return refuse(
                        RejectReason.IO,
                        "the folder could not be looked into, permission denied: give the user who converts the right"
                                + " to read it, or keep it elsewhere");
            }
            if (!SpecialFiles.isRegular(root, file.path())) {
                return refuse(
                        RejectReason.SPECIAL_FILE, "expected a regular file, found a link, pipe, socket or device");
            }
            String about = about();
            if (about != null) {
                // Of a file in parts the first one tells.
                return file.slice().from() > 0 ? null : refuse(RejectReason.UNSUPPORTED, about);
            }
            long size = root.size(file.path());
            if (size != file.size()) {
                return refuse(RejectReason.IO, changed(size));
            }
            return open(place());
        } catch (NoSuchFileException vanished) {
            return vanished();
        } catch (AccessDeniedException denied) {
            return refuse(RejectReason.IO, "the file may not be read");
        }
    }

    /** What the file is where it is no document by itself; null where it may be one. */
    private @Nullable String about() throws IOException {
        String page = SavedFolders.pageOf(root, file.path());
        return page == null
                ? CrawlFiles.whatIs(file.path(), new FolderOf(root))
                : "a part of the saved page " + Rejects.printable(page);
    }

    /** The files of a storage. */
    private record FolderOf(Storage root) implements CrawlFiles.Folder {
        @Override
        public boolean holds(String path) throws IOException {
            return root.exists(path);
        }

        @Override
        public String beginning(String path) throws IOException {
            try (InputStream in = root.open(path)) {
                return new String(in.readNBytes(MOST_OF_NOTES), StandardCharsets.UTF_8);
            }
        }
    }

    private @Nullable SourceItem open(Place place) throws IOException {
        StoredBytes beginning = StoredBytes.open(root, file.path(), file.sourceUri(), file.size());
        bytes = beginning;
        return ReaderFaults.guarded(this::position, () -> first(place, beginning));
    }

    private @Nullable SourceItem first(Place place, StoredBytes beginning) throws IOException {
        Format format = Formats.of(place, beginning);
        StoredBytes content = beginning;
        if (file.slice().from() > 0) {
            beginning.close();
            content = StoredBytes.openAt(
                    root,
                    file.path(),
                    file.sourceUri(),
                    file.size(),
                    file.slice().from());
            bytes = content;
        }
        ItemReader opened = format.open(place, content);
        reader = opened;
        return opened.next();
    }

    private Place place() throws IOException {
        Budget budget = new Budget(file.size(), settings.limits());
        Place.Reading reading = new Place.Reading(settings, Formats::open, budget, wanted);
        return Place.ofFile(file.sourceUri(), file.size(), file.slice(), Sidecars.of(root, file), reading);
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

    private String changed(long size) {
        return "the file changed between listing and reading: expected " + file.size() + " bytes, found " + size;
    }

    /** The last item of an input of which no more can be read: with the hash of the file, unless it is too long to be read. */
    private Reject refuse(BadInput damage) throws IOException {
        finished = true;
        StoredBytes input = bytes;
        if (!hashed || input == null || isUnread(input, damage) || file.slice().from() > 0) {
            return reject(damage.reason(), damage.text(), 0);
        }
        sha256 = input.drain();
        long size = input.position();
        if (size != file.size()) {
            sha256 = "";
            return reject(RejectReason.IO, changed(size), 0);
        }
        return reject(damage.reason(), damage.text(), size);
    }

    private boolean isUnread(StoredBytes input, BadInput damage) {
        return damage.reason() == RejectReason.LIMIT_SIZE && input.position() == 0 && items == 0;
    }

    private Reject reject(RejectReason reason, String message, long hashed) {
        return Rejects.of(
                Origin.ofFile(file.sourceUri(), file.size()), reason, message, hashed == 0 ? null : sha256, hashed);
    }

    /** Reads what is left, and gives the item that is still owed. */
    private @Nullable SourceItem finish() throws IOException {
        finished = true;
        StoredBytes input = bytes;
        if (input == null || file.slice().from() > 0) {
            return null; // the first part reads it all for its hash
        }
        long size = 0;
        if (hashed) {
            sha256 = input.drain();
            size = input.position();
            if (size != file.size()) {
                sha256 = "";
                return reject(RejectReason.IO, changed(size), 0);
            }
        }
        return items > 0 || !file.slice().isWhole()
                ? null
                : reject(RejectReason.EMPTY, "it holds no page, document or record", size);
    }

    InputFingerprint fingerprint() {
        return new InputFingerprint(file.sourceUri(), file.size(), file.modified(), sha256, items);
    }

    @Override
    public void close() throws IOException {
        try (StoredBytes input = bytes) {
            if (reader != null) {
                reader.close();
            }
        }
    }
}
