package dev.colophon.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tree of files under one root. Paths are relative to the root, with {@code /} as separator, without {@code .} and
 * {@code ..}; a path that would leave the root is an {@link IllegalArgumentException}. Missing parent folders are made.
 * Every exception names the operation and the whole path. Implementations are thread-safe.
 */
public interface Storage {
    /** The root, for people and for the run record: {@code /srv/archive}, {@code s3a://bucket/archive}. */
    String root();

    /**
     * All files under a folder, recursively, sorted by path in code unit order; empty where the folder is not there. The
     * empty path is the root. Links, pipes, sockets and devices are listed with {@link StoredFile#regular()} false and are
     * neither followed nor opened; files that a writer has not finished are left out.
     */
    List<StoredFile> list(String folder) throws IOException;

    /** The files that lie in a folder itself, as {@link #list} shows them: no folder below it is looked into. */
    default List<StoredFile> listFiles(String folder) throws IOException {
        int name = folder.isEmpty() ? 0 : folder.length() + 1;
        return list(folder).stream()
                .filter(file -> file.path().indexOf('/', name) < 0)
                .toList();
    }

    /** What {@link #list} gives where a folder below may refuse to be looked into without failing the listing. */
    default Listing listReadable(String folder) throws IOException {
        return new Listing(list(folder), List.of());
    }

    /** Whether a file is there. */
    boolean exists(String path) throws IOException;

    /** Length of a file in bytes. */
    long size(String path) throws IOException;

    /** A file's bytes from its beginning. The caller closes. */
    InputStream open(String path) throws IOException;

    /** A file's bytes from a position on; none where it ends before. One ranged read on an object store. The caller closes. */
    default InputStream open(String path, long from) throws IOException {
        InputStream in = open(path);
        for (long left = from; left > 0; ) {
            long skipped = in.skip(left);
            if (skipped <= 0 && in.read() < 0) {
                break;
            }
            left -= Math.max(1, skipped);
        }
        return in;
    }

    /** A file for reads at any position. The caller closes. */
    SeekableByteChannel openChannel(String path) throws IOException;

    /**
     * Writes a file that becomes visible, whole and durable, when the stream is closed, in place of what was there. A
     * stream that is never closed leaves no file under this path, nor does one whose write failed. The stream is not
     * thread-safe. Where the caller may fail between writes, {@link #write} is the safer way: closing publishes.
     */
    OutputStream create(String path) throws IOException;

    /** Writes a file that becomes visible only where {@code content} returns normally. */
    default void write(String path, Content content) throws IOException {
        OutputStream out = create(path);
        boolean complete = false;
        try {
            content.writeTo(out);
            complete = true;
        } finally {
            if (!complete && out instanceof Abortable unfinished) {
                unfinished.abort();
            }
        }
        out.close();
    }

    /** Writes a whole file unless there is one; durable on return. True where this call made it. */
    boolean createExclusive(String path, byte[] content) throws IOException;

    /**
     * Whether a reader sees a {@link #move} as one step. Where it does not, a path had better never get another content: who
     * reads a file there asks for it bit by bit.
     */
    default boolean movesAtOnce() {
        return true;
    }

    /** Gives a file another path, in place of what was there; durable on return. */
    void move(String from, String to) throws IOException;

    /** Gives a file's bytes a second path, in place of what was there; durable on return. */
    default void copy(String from, String to) throws IOException {
        try (InputStream in = open(from)) {
            write(to, in::transferTo);
        }
    }

    /** Removes a file or a folder with all it holds; no error where nothing is there. */
    void delete(String path) throws IOException;

    /**
     * Removes what dead writers left under a folder: unfinished files, and folders that hold nothing. Only for the one
     * process that may write there at this time; the files that this process is writing stay.
     */
    default void tidy(String folder) throws IOException {}

    /** The same for the files that lie in a folder itself: what others keep in folders below it is left alone. */
    default void tidyFiles(String folder) throws IOException {}

    /** Whether {@link #tryLock} works here: a lock that ends with the process that holds it, however it ends. */
    default boolean locks() {
        return false;
    }

    /**
     * Takes an exclusive lock at once or not at all. The file under the path belongs to the lock: it goes when the lock is
     * closed, and nobody may open it.
     *
     * @return null where another process or another caller of this process holds it
     * @throws UnsupportedOperationException where {@link #locks()} is false
     */
    default @Nullable Lock tryLock(String path) throws IOException {
        throw new UnsupportedOperationException("cannot lock " + path + ": " + root() + " has no locks");
    }

    /**
     * What may be read of a folder.
     *
     * @param files as {@link #list} gives them
     * @param denied paths of the folders below that this process may not look into, sorted
     */
    record Listing(List<StoredFile> files, List<String> denied) {
        public Listing {
            files = List.copyOf(files);
            denied = List.copyOf(denied);
        }
    }

    /** Writes the bytes of a file. */
    @FunctionalInterface
    interface Content {
        /** Writes them and leaves the stream open. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** A stream of {@link Storage#create} that can be given up. */
    interface Abortable {
        /** Leaves what stood under the path as it was; a later {@code close()} does nothing. */
        void abort() throws IOException;
    }

    /** A lock that is held until it is closed. */
    interface Lock extends Closeable {}
}
