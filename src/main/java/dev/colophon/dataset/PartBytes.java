package dev.colophon.dataset;

import dev.colophon.storage.Storage;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.io.InputStream;

/** Size and hash of files. */
final class PartBytes {
    private PartBytes() {}

    /** @throws DamagedDatasetException where the file at {@code path} is not that part */
    static void verify(Storage storage, Part part, String path) throws IOException {
        if (!storage.exists(path)) {
            throw new DamagedDatasetException("expected " + part.bytes() + " bytes at " + path + ", found no file");
        }
        long size = storage.size(path);
        if (size != part.bytes()) {
            throw new DamagedDatasetException("expected " + part.bytes() + " bytes at " + path + ", found " + size);
        }
        String sha256 = sha256(storage, path);
        if (!sha256.equals(part.sha256())) {
            throw new DamagedDatasetException(
                    "expected SHA-256 " + part.sha256() + " for " + path + ", found " + sha256);
        }
    }

    /** SHA-256 of a file, lower-case hex. */
    static String sha256(Storage storage, String path) throws IOException {
        try (InputStream in = storage.open(path)) {
            return Hashes.sha256Hex(in);
        }
    }
}
