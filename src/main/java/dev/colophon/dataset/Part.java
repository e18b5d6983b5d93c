package dev.colophon.dataset;

import dev.colophon.storage.StoragePaths;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One file of a table.
 *
 * @param table the table's name
 * @param batch the batch whose rows it holds; null where the table has no batches
 * @param path where it stands once it is live, {@code documents/batch=2026-11-22/part-00000.parquet}; another part may take
 *     its place later, which the hash then tells
 * @param rows number of rows
 * @param bytes length of the file
 * @param sha256 SHA-256 of the file, lower-case hex
 */
public record Part(String table, @Nullable String batch, String path, long rows, long bytes, String sha256)
        implements Comparable<Part>, Serializable {
    public Part {
        StoragePaths.requireFile(path);
        String folder = Layout.tableFolder(path);
        if (folder.equals(Layout.MANIFESTS) || folder.equals(Layout.STAGING) || folder.equals(Layout.RETIRED)) {
            throw new IllegalArgumentException("no part may lie in " + folder + ", found " + path);
        }
    }

    /** By path, in code unit order. */
    @Override
    public int compareTo(Part other) {
        return path.compareTo(other.path);
    }
}
