package dev.colophon.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/**
 * A tree of files under one root. Paths are relative to the root, with {@code /} as separator, without {@code .} and
 * {@code ..}; a path that would leave the root is an {@link IllegalArgumentException}. Missing parent folders are made.
 * Every exception names the operation and the whole path. Implementations are thread-safe.
 */
public interface Storage {
    /** The root, for people and for the run record: {@code /srv/archive}, {@code s3a://bucket/archive}. */
    String root();

    /**
     * All regular files under a folder, recursively, sorted by path in code unit order; empty where the folder is not there.
     */
    List<StoredFile> list(String folder) throws IOException;

    /** Whether a file is there. */
    boolean exists(String path) throws IOException;

    /** Length of a file in bytes. */
    long size(String path) throws IOException;

    /** A file's bytes from its beginning. The caller closes. */
    InputStream open(String path) throws IOException;

    /** A file for reads at any position. The caller closes. */
    SeekableByteChannel openChannel(String path) throws IOException;

    /**
     * Writes a file that becomes visible, whole and durable, when the stream is closed, in place of what was there. A
     * stream that is never closed leaves no file under this path.
     */
    OutputStream create(String path) throws IOException;

    /** Writes a whole file unless there is one; durable on return. True where this call made it. */
    boolean createExclusive(String path, byte[] content) throws IOException;

    /** Gives a file another path, in place of what was there; durable on return. */
    void move(String from, String to) throws IOException;

    /** Removes a file or a folder with all it holds; no error where nothing is there. */
    void delete(String path) throws IOException;
}
