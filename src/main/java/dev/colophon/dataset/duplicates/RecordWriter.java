package dev.colophon.dataset.duplicates;

import dev.colophon.storage.Storage;
import dev.colophon.text.Hashes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Writes a file of records of one length, and nothing between them. */
final class RecordWriter {
    private static final int BUFFER = 64 << 10;

    private RecordWriter() {}

    /**
     * A file that was written.
     *
     * @param records how many it holds
     * @param bytes its length
     * @param sha256 of its bytes, lower-case hex
     */
    record Written(long records, long bytes, String sha256) {}

    /** Writes all records of a cursor; the file becomes visible when it is whole. */
    static Written write(Storage storage, String path, RecordCursor records) throws IOException {
        MessageDigest digest = Hashes.sha256();
        long[] counts = new long[2];
        storage.write(path, out -> {
            OutputStream buffered = new BufferedOutputStream(out, BUFFER);
            for (byte[] record = records.next(); record != null; record = records.next()) {
                buffered.write(record);
                digest.update(record);
                counts[0]++;
                counts[1] += record.length;
            }
            buffered.flush();
        });
        return new Written(counts[0], counts[1], HexFormat.of().formatHex(digest.digest()));
    }
}
