package dev.colophon.storage;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file of a Hadoop file system, read to the length that it has. A reply that breaks off in the middle looks to S3A's
 * stream like the file's end: reading then begins again at that place. Not thread-safe.
 */
final class WholeFile implements Closeable {
    private static final int ATTEMPTS = 5;

    private final FileSystem files;
    private final Path path;
    private final long size;
    private FSDataInputStream in;

    WholeFile(FileSystem files, Path path) throws IOException {
        this.files = files;
        this.path = path;
        this.size = files.getFileStatus(path).getLen();
        this.in = files.open(path);
    }

    long size() {
        return size;
    }

    long position() throws IOException {
        return in.getPos();
    }

    void seek(long position) throws IOException {
        in.seek(Math.min(position, size));
    }

    /** As {@link java.io.InputStream#read(byte[], int, int)}, but -1 only at the file's end. */
    int read(byte[] into, int offset, int length) throws IOException {
        long position = in.getPos();
        for (int attempt = 0; position < size; attempt++) {
            int read = in.read(into, offset, length);
            if (read >= 0) {
                return read;
            }
            if (attempt == ATTEMPTS) {
                throw new EOFException("cannot read " + path + ": it ends at byte " + position + " of " + size);
            }
            in.close();
            in = files.open(path);
            in.seek(position);
        }
        return length == 0 ? 0 : -1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
