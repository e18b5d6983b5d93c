package dev.colophon.dataset.parquet;

import dev.colophon.storage.Storage;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** A stored file as Parquet writes it; counts and hashes its bytes on the way. */
final class StoredOutput extends PositionOutputStream implements OutputFile {
    private final String path;
    private final OutputStream out;
    private final MessageDigest digest = Hashes.sha256();
    private long position;
    private boolean done;

    StoredOutput(Storage storage, String path) throws IOException {
        this.path = path;
        this.out = storage.create(path);
    }

    /** Bytes written so far. */
    long bytes() {
        return position;
    }

    /** SHA-256 of the bytes, lower-case hex; once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public long getPos() {
        return position;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        digest.update((byte) b);
        position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        digest.update(bytes, offset, length);
        position += length;
    }

    @Override
    public void close() throws IOException {
        if (!done) {
            done = true;
            out.close();
        }
    }

    /** Gives the file up: what stood under the path stays. */
    void abort() throws IOException {
        if (!done) {
            done = true;
            if (out instanceof Storage.Abortable unfinished) {
                unfinished.abort();
            }
        }
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return this;
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return this;
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    @Override
    public String getPath() {
        return path;
    }
}
