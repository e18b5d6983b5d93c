package dev.colophon.storage;

import java.io.IOException;
import java.io.InputStream;

/** A {@link WholeFile} from its beginning. */
final class WholeStream extends InputStream {
    private final WholeFile file;

    WholeStream(WholeFile file) {
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return file.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return file.read(into, offset, length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
