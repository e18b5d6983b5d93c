package dev.colophon.dataset.duplicates;

import dev.colophon.storage.Storage;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The records of a file, to its end. */
final class RecordReader implements RecordCursor {
    private static final int BUFFER = 64 << 10;

    private final InputStream in;
    private final String path;
    private final int width;

    /** @param width bytes of a record */
    RecordReader(Storage storage, String path, int width) throws IOException {
        this(storage, path, width, 0);
    }

    /**
     * Records from one on.
     *
     * @param width bytes of a record
     * @param first number of the first that is read
     */
    RecordReader(Storage storage, String path, int width, long first) throws IOException {
        this.in = new BufferedInputStream(storage.open(path, first * width), BUFFER);
        this.path = path;
        this.width = width;
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        byte[] record = in.readNBytes(width);
        if (record.length > 0 && record.length < width) {
            throw new EOFException(path + " ends within a record of " + width + " bytes; verify the dataset");
        }
        return record.length == 0 ? null : record;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
