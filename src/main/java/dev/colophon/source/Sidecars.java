package dev.colophon.source;

import dev.colophon.source.format.Rejects;
import dev.colophon.source.format.Sidecar;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the sidecars of files. One that cannot be read is passed over with a warning: its document can still be read. */
final class Sidecars {
    private static final Logger LOG = LoggerFactory.getLogger(Sidecars.class);

    private Sidecars() {}

    /** The sidecar of a document; {@link Sidecar#NONE} where it has none that can be read. */
    static Sidecar of(Storage root, InputFile file) throws IOException {
        for (String path : InputLister.sidecarsOf(file.path())) {
            if (root.exists(path) && SpecialFiles.isRegular(root, path)) {
                return read(root, path);
            }
        }
        return Sidecar.NONE;
    }

    private static Sidecar read(Storage root, String path) {
        try (InputStream in = root.open(path)) {
            return Sidecar.read(in.readNBytes(Sidecar.MOST_BYTES + 1));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn(
                    "The sidecar {} is passed over: {}",
                    Rejects.printable(path),
                    Rejects.printable(String.valueOf(unreadable.getMessage())));
            return Sidecar.NONE;
        }
    }
}
