package dev.colophon.conversion;

import dev.colophon.storage.LocalStorage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder for what a run keeps on this machine's disk while it reads. */
final class TemporaryFolder {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);

    private TemporaryFolder() {}

    /**
     * Makes the folder, or removes what a run that was killed left in it. Only for the holder of the dataset's lease: no
     * other run lives that uses it.
     */
    static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        LocalStorage storage = new LocalStorage(folder);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path each : left) {
                remove(storage, String.valueOf(each.getFileName()));
            }
        }
        return folder;
    }

    private static void remove(LocalStorage folder, String name) {
        try {
            folder.delete(name);
        } catch (IOException stays) {
            LOG.warn("what a dead run left in {} stays: {}", folder.root(), stays.getMessage());
        }
    }
}
