package dev.colophon.source;

import dev.colophon.storage.Storage;
import dev.colophon.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/** Another storage, some of whose calls a test lets fail. */
abstract class PassingStorage implements Storage {
    final Storage files;

    PassingStorage(Storage files) {
        this.files = files;
    }

    @Override
    public String root() {
        return files.root();
    }

    @Override
    public List<StoredFile> list(String folder) throws IOException {
        return files.list(folder);
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
    public OutputStream create(String path) throws IOException {
        return files.create(path);
    }

    @Override
    public boolean createExclusive(String path, byte[] content) throws IOException {
        return files.createExclusive(path, content);
    }

    @Override
    public void move(String from, String to) throws IOException {
        files.move(from, to);
    }

    @Override
    public void delete(String path) throws IOException {
        files.delete(path);
    }
}
