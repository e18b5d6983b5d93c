package dev.colophon.source;

import dev.colophon.text.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** An input's bytes as stored, read once, with their SHA-256. */
final class InputBytes extends ByteWindow implements AutoCloseable {
    private final InputFile file;
    private final InputStream stream;
    private final MessageDigest digest = Hashes.sha256();
    private @Nullable String sha256;
    private long read;

    InputBytes(InputFile file, InputStream stream) {
        this.file = file;
        this.stream = stream;
    }

    @Override
    protected int fill(byte[] into, int offset, int length) throws IOException {
        int count;
        try {
            count = stream.read(into, offset, length);
        } catch (IOException fault) {
            throw new IOException(
                    "reading " + file.sourceUri() + " at byte " + read + ": " + fault.getMessage(), fault);
        }
        if (count > 0) {
            digest.update(into, offset, count);
            read += count;
        }
        return count;
    }

    /** Consumes all that is left and gives the hash of the whole input, lower-case hex. */
    String drain() throws IOException {
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
