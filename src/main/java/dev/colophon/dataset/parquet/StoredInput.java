package dev.colophon.dataset.parquet;

import dev.colophon.storage.Storage;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A stored file as Parquet reads it. */
record StoredInput(Storage storage, String path) implements InputFile {
    @Override
    public long getLength() throws IOException {
        return storage.size(path);
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        return new Stream(storage.openChannel(path));
    }

    @Override
    public String toString() {
        return storage.root() + "/" + path;
    }

    private static final class Stream extends DelegatingSeekableInputStream {
        private final SeekableByteChannel channel;

        Stream(SeekableByteChannel channel) {
            super(Channels.newInputStream(channel));
            this.channel = channel;
        }

        @Override
        public long getPos() throws IOException {
            return channel.position();
        }

        @Override
        public void seek(long position) throws IOException {
            channel.position(position);
        }
    }
}
