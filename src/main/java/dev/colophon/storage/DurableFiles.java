package dev.colophon.storage;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Changes to folders of a local file system that outlive a power cut. */
final class DurableFiles {
    /** Windows can neither open nor synchronise a folder; NTFS journals its entries itself. */
    private static final boolean FOLDERS_SYNCHRONISE = File.separatorChar == '/';

    private DurableFiles() {}

    /** Makes a folder and those above it where they are not there. */
    static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = parent(folder);
        makeFolder(parent);
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException another) {
            if (!Files.isDirectory(folder)) {
                throw another;
            }
        }
        synchronise(parent);
    }

    /** Renames within one file system, in place of what was there. */
    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        Path source = parent(from);
        Path target = parent(to);
        synchronise(target);
        if (!source.equals(target)) {
            synchronise(source);
        }
    }

    /** Makes the entries of a folder durable. */
    static void synchronise(Path folder) throws IOException {
        if (FOLDERS_SYNCHRONISE) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** The folder that holds {@code path}. */
    static Path parent(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("no folder holds " + path);
        }
        return parent;
    }
}
