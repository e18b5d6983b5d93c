package dev.colophon.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An exclusive lock of the operating system, which ends with its process. POSIX drops a process's locks on a file as soon
 * as the process closes any descriptor of it; so this class keeps a list of what the process holds and opens nothing of
 * that, and its own second descriptor stays open as long as the lock.
 */
final class LocalLock implements Storage.Lock {
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;
    private @Nullable FileChannel witness;

    private LocalLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Takes the lock; null where it is held. */
    static @Nullable LocalLock tryLock(Path path) throws IOException {
        DurableFiles.makeFolder(DurableFiles.parent(path));
        Path real = DurableFiles.parent(path).toRealPath().resolve(path.getFileName());
        if (!HELD.add(real)) {
            return null;
        }
        LocalLock lock = null;
        try {
            lock = attempt(real);
            return lock;
        } finally {
            if (lock == null) {
                HELD.remove(real);
            }
        }
    }

    private static @Nullable LocalLock attempt(Path path) throws IOException {
        while (true) {
            LocalLock lock =
                    new LocalLock(path, FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            boolean stands = false;
            try {
                if (lock.channel.tryLock() == null) {
                    return null;
                }
                stands = lock.standsUnderItsPath();
            } finally {
                if (!stands) {
                    lock.closeChannels();
                }
            }
            if (stands) {
                return lock;
            }
        }
    }

    /** Whether the locked file is still the one under the path: its last holder may have removed it in between. */
    private boolean standsUnderItsPath() throws IOException {
        byte[] token = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(token), 0);
        try {
            FileChannel second = FileChannel.open(path, StandardOpenOption.READ);
            witness = second;
            ByteBuffer found = ByteBuffer.allocate(token.length);
            second.read(found, 0);
            return found.flip().equals(ByteBuffer.wrap(token));
        } catch (NoSuchFileException removed) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        try {
            Files.deleteIfExists(path);
        } finally {
            try {
                closeChannels();
            } finally {
                HELD.remove(path);
            }
        }
    }

    private void closeChannels() throws IOException {
        FileChannel second = witness;
        try (channel) {
            if (second != null) {
                second.close();
            }
        }
    }
}
