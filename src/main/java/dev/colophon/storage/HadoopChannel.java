package dev.colophon.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A file of a Hadoop file system for reads at any position. Not thread-safe. */
final class HadoopChannel implements SeekableByteChannel {
    private static final int STEP = 1 << 16;

    private final WholeFile file;
    private byte[] buffer = new byte[0];
    private boolean open = true;

    HadoopChannel(WholeFile file) {
        this.file = file;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        requireOpen();
        int length = Math.min(into.remaining(), STEP);
        if (buffer.length < length) {
            buffer = new byte[length];
        }
        int read = file.read(buffer, 0, length);
        if (read > 0) {
            into.put(buffer, 0, read);
        }
        return read;
    }

    @Override
    public long position() throws IOException {
        requireOpen();
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        requireOpen();
        file.seek(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        requireOpen();
        return file.size();
    }

    private void requireOpen() throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long length) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open = false;
        file.close();
    }
}
