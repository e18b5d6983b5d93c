package dev.colophon.dataset.lease;

import dev.colophon.dataset.json.Json;
import dev.colophon.storage.Storage;
import dev.colophon.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The lease files of a dataset, one for each token. The highest token holds; a takeover is the exclusive creation of the
 * next one, so that of two who see the same expired lease only one gets it.
 */
final class LeaseRecords {
    private static final String FOLDER = "_colophon/leases";

    private final Storage storage;

    LeaseRecords(Storage storage) {
        this.storage = storage;
    }

    /** The lease with the highest token; null where there is none. */
    @Nullable
    LeaseRecord latest() throws IOException {
        List<StoredFile> files = storage.list(FOLDER);
        for (int i = files.size() - 1; i >= 0; i--) {
            // Some servers list what is still being uploaded, under a longer name.
            if (files.get(i).path().length() == path(0).length()) {
                return read(files.get(i).path());
            }
        }
        return null;
    }

    /** False where the token is taken. */
    boolean create(LeaseRecord lease) throws IOException {
        return storage.createExclusive(path(lease.token()), Json.bytes(lease));
    }

    boolean has(long token) throws IOException {
        return storage.exists(path(token));
    }

    void replace(LeaseRecord lease) throws IOException {
        storage.write(path(lease.token()), out -> out.write(Json.bytes(lease)));
    }

    void delete(long token) throws IOException {
        storage.delete(path(token));
    }

    void deleteBefore(long token) throws IOException {
        for (StoredFile file : storage.list(FOLDER)) {
            if (file.path().compareTo(path(token)) < 0) {
                storage.delete(file.path());
            }
        }
    }

    void deleteAll() throws IOException {
        storage.delete(FOLDER);
    }

    private @Nullable LeaseRecord read(String path) throws IOException {
        try (InputStream in = storage.open(path)) {
            return Json.read(in.readAllBytes(), LeaseRecord.class, path);
        } catch (NoSuchFileException releasedMeanwhile) {
            return null;
        }
    }

    private static String path(long token) {
        return String.format(Locale.ROOT, "%s/%010d.json", FOLDER, token);
    }
}
