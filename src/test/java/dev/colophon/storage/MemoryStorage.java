package dev.colophon.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Files in memory, without locks, as an object store has none. It can be told to fail at its n-th operation: once, as a
 * disk does, or for good, as a process does that dies there. Every public call counts as one operation, and the close of
 * a written file as another.
 */
public final class MemoryStorage implements Storage {
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private int operations;
    private int failAt;
    private boolean afterEffect;
    private boolean forGood;

    /** What an injected fault throws. */
    public static final class InjectedFault extends IOException {
        private static final long serialVersionUID = 1L;

        InjectedFault(String operation) {
            super("injected fault at " + operation);
        }
    }

    /** From now on dies at the n-th operation, before it has its effect or after. */
    public synchronized void dieAt(int operation, boolean afterItsEffect) {
        operations = 0;
        failAt = operation;
        afterEffect = afterItsEffect;
        forGood = true;
    }

    /** From now on fails at the n-th operation, before it has its effect, and works again. */
    public synchronized void failOnceAt(int operation) {
        dieAt(operation, false);
        forGood = false;
    }

    /** Works again, as after a restart, and counts from 0. */
    public synchronized void revive() {
        operations = 0;
        failAt = 0;
    }

    /** Operations since the last {@link #revive} or {@link #dieAt}. */
    public synchronized int operations() {
        return operations;
    }

    /** All paths and their bytes, by path. */
    public synchronized SortedMap<String, byte[]> files() {
        return new TreeMap<>(files);
    }

    @Override
    public String root() {
        return "memory";
    }

    @Override
    public synchronized List<StoredFile> list(String folder) throws IOException {
        StoragePaths.requireFolder(folder);
        return operate(
                "list " + folder,
                () -> files.entrySet().stream()
                        .filter(file -> folder.isEmpty() || file.getKey().startsWith(folder + "/"))
                        .map(file -> new StoredFile(file.getKey(), file.getValue().length, Instant.EPOCH))
                        .toList());
    }

    @Override
    public synchronized boolean exists(String path) throws IOException {
        StoragePaths.requireFile(path);
        return operate("exists " + path, () -> files.containsKey(path));
    }

    @Override
    public synchronized long size(String path) throws IOException {
        return operate("size " + path, () -> (long) content(path).length);
    }

    @Override
    public synchronized InputStream open(String path) throws IOException {
        return operate("open " + path, () -> new ByteArrayInputStream(content(path)));
    }

    @Override
    public synchronized SeekableByteChannel openChannel(String path) throws IOException {
        return operate(
                "open " + path,
                () -> new SeekableInMemoryByteChannel(content(path).clone()));
    }

    @Override
    public synchronized OutputStream create(String path) throws IOException {
        StoragePaths.requireFile(path);
        return operate("create " + path, () -> new Written(path));
    }

    @Override
    public synchronized boolean createExclusive(String path, byte[] content) throws IOException {
        StoragePaths.requireFile(path);
        return operate("create exclusively " + path, () -> files.putIfAbsent(path, content.clone()) == null);
    }

    @Override
    public synchronized void move(String from, String to) throws IOException {
        StoragePaths.requireFile(to);
        var unused = operate("move " + from + " to " + to, () -> {
            files.put(to, content(from));
            files.remove(from);
            return true;
        });
    }

    @Override
    public synchronized void delete(String path) throws IOException {
        StoragePaths.requireFile(path);
        var unused = operate("delete " + path, () -> {
            files.remove(path);
            return files.keySet().removeIf(file -> file.startsWith(path + "/"));
        });
    }

    private byte[] content(String path) throws IOException {
        byte[] content = files.get(StoragePaths.requireFile(path));
        if (content == null) {
            throw new NoSuchFileException(path);
        }
        return content;
    }

    private interface Effect<T> {
        T happen() throws IOException;
    }

    private <T> T operate(String operation, Effect<T> effect) throws IOException {
        operations++;
        boolean dead = failAt > 0 && forGood && operations > failAt;
        boolean now = operations == failAt;
        if (dead || (now && !afterEffect)) {
            throw new InjectedFault(operation);
        }
        T result = effect.happen();
        if (now) {
            throw new InjectedFault(operation);
        }
        return result;
    }

    private final class Written extends ByteArrayOutputStream implements Abortable {
        private final String path;
        private boolean closed;

        Written(String path) {
            this.path = path;
        }

        @Override
        public void close() throws IOException {
            synchronized (MemoryStorage.this) {
                if (!closed) {
                    closed = true;
                    var unused = operate("close " + path, () -> {
                        files.put(path, toByteArray());
                        return true;
                    });
                }
            }
        }

        @Override
        public void abort() {
            closed = true;
        }
    }
}
