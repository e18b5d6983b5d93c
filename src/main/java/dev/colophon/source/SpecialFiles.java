package dev.colophon.source;

import dev.colophon.storage.LocalStorage;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Tells regular files from what must not be opened: opening a pipe waits for a writer that may never come. */
public final class SpecialFiles {
    private SpecialFiles() {}

    /**
     * Whether the path is a regular file. Only a local folder has other things in it.
     *
     * @throws java.nio.file.NoSuchFileException where nothing is there
     */
    public static boolean isRegular(Storage root, String path) throws IOException {
        return !(root instanceof LocalStorage local)
                || Files.readAttributes(
                                Path.of(local.root()).resolve(path),
                                BasicFileAttributes.class,
                                LinkOption.NOFOLLOW_LINKS)
                        .isRegularFile();
    }

    /** Whether the path is a folder: the listing gives those alone that it may not look into. */
    static boolean isFolder(Storage root, String path) {
        return root instanceof LocalStorage local
                && Files.isDirectory(Path.of(local.root()).resolve(path), LinkOption.NOFOLLOW_LINKS);
    }
}
