package dev.colophon.source.records.parquet;

import dev.colophon.source.format.WatchedChannel;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A channel as Parquet reads it. It remembers a fault of the storage, which is none of the file's. */
final class ChannelInput implements InputFile {
    private final WatchedChannel channel;
    private final String name;

    ChannelInput(SeekableByteChannel channel, String name) {
        this.channel = new WatchedChannel(channel);
        this.name = name;
    }

    @Override
    public long getLength() throws IOException {
        return channel.size();
    }

    /** @throws IOException where reading the storage failed */
    void requireSound() throws IOException {
        channel.requireSound();
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
            super(Channels.newInputStream(channel));
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
}
