package dev.colophon.source.archive;

import dev.colophon.model.Capture;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Rejects;
import dev.colophon.source.format.Sidecar;
import dev.colophon.text.Hashes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The items of an archive, those that are documents with what their sidecars say: {@code a.html.meta.json} right behind {@code
 * a.html}, where archives of sorted names have it. A sidecar that stands anywhere else is no document, but a reject.
 */
final class DescribedEntries implements ItemReader {
    private final ItemReader entries;
    private @Nullable SourceItem ahead;
    private @Nullable BadInput fault;

    DescribedEntries(ItemReader entries) {
        this.entries = entries;
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        BadInput broken = fault;
        if (broken != null) {
            fault = null;
            throw broken;
        }
        SourceItem item = ahead == null ? entries.next() : ahead;
        ahead = null;
        if (!(item instanceof Capture page) || !isEntry(page)) {
            return item;
        }
        if (isSidecar(page)) {
            return lonely(page);
        }
        lookAhead();
        if (ahead instanceof Capture about && isEntry(about) && isSidecarOf(about, page)) {
            ahead = null;
            return Sidecar.read(about.body()).sidecar().on(page);
        }
        return page;
    }

    /** Where the archive breaks behind a page, the page comes first. */
    private void lookAhead() throws IOException {
        try {
            ahead = entries.next();
        } catch (BadInput broken) {
            fault = broken;
        }
    }

    /** Whether the capture is a whole entry and no record of one. */
    private static boolean isEntry(Capture capture) {
        return capture.declared() == null
                && capture.origin().recordId() == null
                && capture.origin().containerPath() != null;
    }

    private static boolean isSidecarOf(Capture about, Capture page) {
        String path = String.valueOf(page.origin().containerPath());
        return Sidecar.pathsOf(path).contains(String.valueOf(about.origin().containerPath())) && isSidecar(about);
    }

    private static boolean isSidecar(Capture capture) {
        return String.valueOf(capture.origin().containerPath()).endsWith(Sidecar.ENDING)
                && !Sidecar.read(capture.body()).sidecar().equals(Sidecar.NONE);
    }

    private static SourceItem lonely(Capture sidecar) {
        String message = "a sidecar that does not stand right behind the document it describes";
        return Rejects.of(
                sidecar.origin(),
                RejectReason.UNSUPPORTED,
                message,
                Hashes.sha256Hex(sidecar.body()),
                sidecar.body().length);
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
