package dev.colophon.source;

import dev.colophon.storage.Storage;
import dev.colophon.storage.StoredFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;

/** A storage of which one folder may not be looked into, whoever asks. */
final class DeniedStorage extends PassingStorage {
    private final String denied;

    /**
     * @param files what is there
     * @param denied path of that folder
     */
    DeniedStorage(Storage files, String denied) {
        super(files);
        this.denied = denied;
    }

    @Override
    public List<StoredFile> list(String folder) throws IOException {
        if (folder.isEmpty()) {
            throw new AccessDeniedException(denied);
        }
        return super.list(folder);
    }

    @Override
    public List<StoredFile> listFiles(String folder) throws IOException {
        return files.listFiles(folder);
    }

    @Override
    public Listing listReadable(String folder) throws IOException {
        return new Listing(files.list(folder), List.of(denied));
    }
}
