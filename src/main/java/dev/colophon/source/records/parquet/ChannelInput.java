package dev.colophon.source.records.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.jspecify.annotations.Nullable;

/** A channel as Parquet reads it. It remembers a fault of the storage, which is none of the file's. */
final class ChannelInput implements InputFile {
    private final SeekableByteChannel channel;
    private final String name;
    private @Nullable IOException fault;

    ChannelInput(SeekableByteChannel channel, String name) {
        this.channel = channel;
        this.name = name;
    }

    @Override
    public long getLength() throws IOException {
        return channel.size();
    }

    /** @throws IOException where reading the storage failed */
    void requireSound() throws IOException {
        if (fault != null) {
            throw fault;
        }
    }

    @Override
    public SeekableInputStream newStream() {
        return new Stream();
    }

    @Override
    public String toString() {
        return name;
    }

    private final class Stream extends DelegatingSeekableInputStream {
        Stream() {
            super(Channels.newInputStream(new Watched()));
        }

        @Override
        public long getPos() throws IOException {
            return channel.position();
        }

        @Override
        public void seek(long position) throws IOException {
            channel.position(position);
        }

        @Override
        public void close() {
            // The reader closes its stream; the channel is closed by who opened it.
        }
    }

    private final class Watched implements ReadableByteChannel {
        @Override
        public int read(ByteBuffer into) throws IOException {
            try {
                return channel.read(into);
            } catch (IOException broken) {
                fault = broken;
                throw broken;
            }
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() {
            // Closed by who opened the channel.
        }
    }
}
