package dev.colophon.source.format;

import dev.colophon.storage.Storage;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An input's bytes as stored, read once in order, with their SHA-256. */
public final class StoredBytes extends ByteWindow implements AutoCloseable {
    private final Storage root;
    private final String path;
    private final String sourceUri;
    private final long length;
    private final InputStream stream;
    private final MessageDigest digest = Hashes.sha256();
    private final List<WatchedChannel> channels = new ArrayList<>();
    private @Nullable IOException fault;
    private @Nullable String sha256;
    private long read;

    private StoredBytes(Storage root, String path, String sourceUri, long length, long from) throws IOException {
        this.root = root;
        this.path = path;
        this.sourceUri = sourceUri;
        this.length = length;
        this.read = from;
        this.stream = root.open(path, from);
        startAt(from);
    }

    /**
     * Opens a file.
     *
     * @param length its length, as listed
     */
    public static StoredBytes open(Storage root, String path, String sourceUri, long length) throws IOException {
        return new StoredBytes(root, path, sourceUri, length, 0);
    }

    /** Opens a file for the bytes from a position on; {@link #position} counts from the file's beginning. */
    public static StoredBytes openAt(Storage root, String path, String sourceUri, long length, long from)
            throws IOException {
        return new StoredBytes(root, path, sourceUri, length, from);
    }

    /** Length of the file as listed. */
    @Override
    public long length() {
        return length;
    }

    /** The file for reads at any position. The caller closes. */
    @Override
    public SeekableByteChannel channel(Place place) throws IOException {
        WatchedChannel channel = new WatchedChannel(root.openChannel(path));
        channels.add(channel);
        return channel;
    }

    /**
     * Asks whether all that was read came from the storage as it should, whatever readers made of it.
     *
     * @throws IOException where reading the storage failed
     */
    public void requireSound() throws IOException {
        if (fault != null) {
            throw fault;
        }
        for (WatchedChannel channel : channels) {
            channel.requireSound();
        }
    }

    @Override
    protected int fill(byte[] into, int offset, int count) throws IOException {
        int got;
        try {
            got = stream.read(into, offset, count);
        } catch (IOException | RuntimeException broken) {
            fault = new IOException("reading " + sourceUri + " at byte " + read + ": " + broken.getMessage(), broken);
            throw fault;
        }
        if (got > 0) {
            digest.update(into, offset, got);
            read += got;
        }
        return got;
    }

    /** Consumes all that is left and gives the hash of all that was read, lower-case hex. */
    public String drain() throws IOException {
        unmark();
        while (ensure(1) > 0) {
            consume(visible());
        }
        if (sha256 == null) {
            sha256 = HexFormat.of().formatHex(digest.digest());
        }
        return sha256;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
