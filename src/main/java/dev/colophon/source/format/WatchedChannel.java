package dev.colophon.source.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * A channel for reading that remembers a fault of the storage, which libraries take for one of the file. Not thread-safe.
 */
public final class WatchedChannel implements SeekableByteChannel {
    private final SeekableByteChannel channel;
    private @Nullable IOException fault;

    /** @param channel is closed with this one */
    public WatchedChannel(SeekableByteChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException where reading the storage failed */
    public void requireSound() throws IOException {
        if (fault != null) {
            throw fault;
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        try {
            return channel.read(into);
        } catch (IOException broken) {
            fault = broken;
            throw broken;
        } catch (RuntimeException broken) {
            fault = new IOException("reading the storage failed: " + broken.getMessage(), broken);
            throw fault;
        }
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public WatchedChannel position(long position) throws IOException {
        channel.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
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
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
