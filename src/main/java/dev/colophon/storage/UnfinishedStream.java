package dev.colophon.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;

/** Writes an {@link UnfinishedFile} and publishes it on close, unless a write failed or it was given up. */
final class UnfinishedStream extends OutputStream implements Storage.Abortable {
    private static final int BUFFER = 1 << 16;

    private final UnfinishedFile file;
    private final String name;
    private final OutputStream out;
    private boolean broken;
    private boolean closed;

    /** @param name the whole path, for messages */
    UnfinishedStream(UnfinishedFile file, String name) {
        this.file = file;
        this.name = name;
        this.out = new BufferedOutputStream(Channels.newOutputStream(file.channel()), BUFFER);
    }

    @Override
    public void write(int b) throws IOException {
        attempt(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        attempt(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(out::flush);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        if (broken) {
            abort();
            return;
        }
        try {
            attempt(() -> {
                out.flush();
                file.replace();
            });
            closed = true;
        } finally {
            if (!closed) {
                abort();
            }
        }
    }

    @Override
    public void abort() throws IOException {
        if (!closed) {
            closed = true;
            file.discard();
        }
    }

    private void attempt(LocalStorage.Action action) throws IOException {
        if (closed) {
            throw new IOException("cannot write " + name + ": the stream is closed");
        }
        boolean done = false;
        try {
            action.run();
            done = true;
        } catch (IOException fault) {
            throw LocalStorage.named("write", name, fault);
        } finally {
            broken |= !done;
        }
    }
}
