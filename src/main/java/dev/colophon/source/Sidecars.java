package dev.colophon.source;

import dev.colophon.source.format.CaptureTimes;
import dev.colophon.source.format.Rejects;
import dev.colophon.source.format.Sidecar;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the sidecars of files. What cannot be read of one is passed over with one warning: its document can still be read. */
final class Sidecars {
    private static final Logger LOG = LoggerFactory.getLogger(Sidecars.class);

    private static final Warned WARNED = new Warned(10_000);

    private Sidecars() {}

    /** The sidecar of a document; {@link Sidecar#NONE} where it has none that can be read. */
    static Sidecar of(Storage root, InputFile file) throws IOException {
        for (String path : Sidecar.pathsOf(file.path())) {
            if (root.exists(path) && SpecialFiles.isRegular(root, path)) {
                return read(root, path);
            }
        }
        String notes = notesOfArchiveBox(file.path());
        return notes != null && root.exists(notes) ? read(root, notes) : Sidecar.NONE;
    }

    /** ArchiveBox keeps what it knows of a page in the {@code index.json} of the page's folder, named by a time. */
    private static @Nullable String notesOfArchiveBox(String path) {
        for (String rendition : List.of("/output.html", "/readability/content.html", "/mercury/content.html")) {
            String folder = path.endsWith(rendition) ? path.substring(0, path.length() - rendition.length()) : "";
            String name = folder.substring(folder.lastIndexOf('/') + 1);
            if (CaptureTimes.sinceEpoch(name) != null) {
                return folder + "/index.json";
            }
        }
        return null;
    }

    private static Sidecar read(Storage root, String path) {
        Sidecar.Read read;
        try (InputStream in = root.open(path)) {
            read = Sidecar.read(in.readNBytes(Sidecar.MOST_BYTES + 1));
        } catch (IOException unreadable) {
            read = new Sidecar.Read(Sidecar.NONE, List.of(String.valueOf(unreadable.getMessage())));
        }
        String faults = String.join("; ", read.faults());
        if (!faults.isEmpty() && WARNED.isFirst(root.root() + path + faults)) {
            LOG.warn(
                    "The sidecar {}: {}; {}",
                    Rejects.printable(path),
                    Rejects.printable(faults),
                    read.sidecar().equals(Sidecar.NONE) ? "nothing of it is used" : "the rest of it is used");
        }
        return read.sidecar();
    }
}
