package dev.colophon.dataset.table;

import dev.colophon.dataset.parquet.RowWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A finished file of a table.
 *
 * @param table name of the table: {@code documents}
 * @param batch id of its batch; null for tables over all batches
 * @param path where it stands in the dataset once it is live:
 *     {@code documents/batch=2026-11-22/part-00000.parquet}
 * @param rows rows in it
 * @param bytes its length
 * @param sha256 SHA-256 of its bytes, lower-case hex
 */
public record Part(String table, @Nullable String batch, String path, long rows, long bytes, String sha256) {
    /** Where it stands before it is live. */
    public String stagedUnder(String staging) {
        return stagedPath(staging, path);
    }

    static String stagedPath(String staging, String path) {
        return staging + "/parts/" + path;
    }

    /** {@code documents/batch=2026-11-22/}. */
    static String folder(String table, @Nullable String batch) {
        return batch == null ? table + "/" : table + "/batch=" + batch + "/";
    }

    /** {@code part-00000}. */
    static String fileName(int number) {
        return String.format(Locale.ROOT, "part-%05d", number);
    }

    static Part of(String table, @Nullable String batch, String path, RowWriter.Written written) {
        return new Part(table, batch, path, written.rows(), written.bytes(), written.sha256());
    }
}
