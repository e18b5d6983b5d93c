package dev.colophon.source;

import dev.colophon.storage.Storage;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A storage of which one read of a file's bytes fails, by stream or by channel, and those behind it work again. */
final class BrokenStorage extends PassingStorage {
    private final boolean unchecked;
    private int readsLeft;

    /**
     * @param files what is read
     * @param reads that work before
     * @param unchecked whether it fails as clients of object stores sometimes do, by no IOException
     */
    BrokenStorage(Storage files, int reads, boolean unchecked) {
        super(files);
        this.readsLeft = reads;
        this.unchecked = unchecked;
    }

    private void read() throws IOException {
        if (readsLeft-- == 0) {
            if (unchecked) {
                throw new IllegalStateException("connection reset");
            }
            throw new IOException("connection reset");
        }
    }

    @Override
    public InputStream open(String path) throws IOException {
        return new FilterInputStream(files.open(path)) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                BrokenStorage.this.read();
                return super.read(into, offset, length);
            }
        };
    }

    @Override
    public SeekableByteChannel openChannel(String path) throws IOException {
        SeekableByteChannel channel = files.openChannel(path);
        return new SeekableByteChannel() {
            @Override
            public int read(ByteBuffer into) throws IOException {
                BrokenStorage.this.read();
                return channel.read(into);
            }

            @Override
            public int write(ByteBuffer from) throws IOException {
                return channel.write(from);
            }

            @Override
            public long position() throws IOException {
                return channel.position();
            }

            @Override
            public SeekableByteChannel position(long position) throws IOException {
                channel.position(position);
                return this;
            }

            @Override
            public long size() throws IOException {
                return channel.size();
            }

            @Override
            public SeekableByteChannel truncate(long size) throws IOException {
                channel.truncate(size);
                return this;
            }

            @Override
            public boolean isOpen() {
                return channel.isOpen();
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
