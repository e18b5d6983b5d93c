package dev.colophon.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file that is being written beside its place, under a hidden name such as {@code .part-00000.parquet.colophon-4711-3}
 * (process and count). Where the process dies the name stays, and {@link LocalStorage#tidy} removes it.
 */
final class UnfinishedFile {
    private static final long PROCESS = ProcessHandle.current().pid();
    private static final AtomicLong COUNT = new AtomicLong();
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path target;
    private final Path path;
    private final FileChannel channel;

    private UnfinishedFile(Path target, Path path, FileChannel channel) {
        this.target = target;
        this.path = path;
        this.channel = channel;
    }

    /** Begins a file that will stand at {@code target}; its folder is made. */
    static UnfinishedFile beside(Path target) throws IOException {
        Path folder = DurableFiles.parent(target);
        DurableFiles.makeFolder(folder);
        while (true) {
            Path path = folder.resolve(
                    UnfinishedName.of(target.getFileName().toString(), PROCESS, COUNT.incrementAndGet()));
            OPEN.add(path);
            try {
                FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                return new UnfinishedFile(target, path, channel);
            } catch (FileAlreadyExistsException anotherOfThisNumber) {
                // Another machine's process, or a dead one's whose number came again: count on.
                OPEN.remove(path);
            } catch (IOException | RuntimeException fault) {
                OPEN.remove(path);
                throw fault;
            }
        }
    }

    /** Whether this process is still writing it. */
    static boolean isOpen(Path path) {
        return OPEN.contains(path);
    }

    FileChannel channel() {
        return channel;
    }

    /** Publishes the bytes in place of what was there. */
    void replace() throws IOException {
        seal();
        DurableFiles.rename(path, target);
        OPEN.remove(path);
    }

    /** How {@link #link} went. */
    enum Linked {
        /** The file stands there now. */
        MADE,
        /** Another file stood there. */
        TAKEN,
        /** This file system has no hard links; nothing was done. */
        NO_LINKS
    }

    /** Publishes the bytes where nothing stands yet. */
    Linked link() throws IOException {
        seal();
        try {
            Files.createLink(target, path);
        } catch (FileAlreadyExistsException another) {
            return Linked.TAKEN;
        } catch (UnsupportedOperationException | FileSystemException refused) {
            return Linked.NO_LINKS;
        }
        DurableFiles.synchronise(DurableFiles.parent(target));
        return Linked.MADE;
    }

    /** Removes the file; nothing where it was published by {@link #replace}. */
    void discard() throws IOException {
        try {
            channel.close();
            Files.deleteIfExists(path);
        } finally {
            OPEN.remove(path);
        }
    }

    private void seal() throws IOException {
        if (channel.isOpen()) {
            channel.force(true);
            channel.close();
        }
    }
}
