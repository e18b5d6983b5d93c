package dev.colophon.source;

import dev.colophon.storage.Storage;
import dev.colophon.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.util.List;

/**
 * A storage of which one folder may not be looked into, whoever asks.
 *
 * @param files what is there
 * @param denied path of that folder
 */
record DeniedStorage(Storage files, String denied) implements Storage {
    @Override
    public String root() {
        return files.root();
    }

    @Override
    public List<StoredFile> list(String folder) throws IOException {
        if (folder.isEmpty()) {
            throw new AccessDeniedException(denied);
        }
        return files.list(folder);
    }

    @Override
    public List<StoredFile> listFiles(String folder) throws IOException {
        return files.listFiles(folder);
    }

    @Override
    public Listing listReadable(String folder) throws IOException {
        return new Listing(files.list(folder), List.of(denied));
    }

    @Override
    public boolean exists(String path) throws IOException {
        return files.exists(path);
    }

    @Override
    public long size(String path) throws IOException {
        return files.size(path);
    }

    @Override
    public InputStream open(String path) throws IOException {
        return files.open(path);
    }

    @Override
    public SeekableByteChannel openChannel(String path) throws IOException {
        return files.openChannel(path);
    }

    @Override
    public OutputStream create(String path) {
        throw new UnsupportedOperationException(path);
    }

    @Override
    public boolean createExclusive(String path, byte[] content) {
        throw new UnsupportedOperationException(path);
    }

    @Override
    public void move(String from, String to) {
        throw new UnsupportedOperationException(from);
    }

    @Override
    public void delete(String path) {
        throw new UnsupportedOperationException(path);
    }
}
