package dev.colophon.dataset.table;

import dev.colophon.dataset.Layout;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.RowWriter;
import dev.colophon.storage.Storage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where parts stand, live and staged. */
final class PartPaths {
    private PartPaths() {}

    /** Where a part stands before it is live. */
    static String staged(String staging, String path) {
        return Layout.stagedUnder(staging, path);
    }

    /** {@code documents/batch=2026-11-22/}. */
    static String folder(String table, @Nullable String batch) {
        return batch == null ? table + "/" : table + "/batch=" + batch + "/";
    }

    /** {@code part-00000}. */
    static String fileName(int number) {
        return String.format(Locale.ROOT, "part-%05d", number);
    }

    /**
     * {@code part-00000.parquet}; {@code part-00000-000007.parquet} where there are no renames, by the run's number: no other
     * commit gives the path another content.
     */
    static String fileName(int number, Storage storage, String staging) {
        String run = staging.substring(staging.lastIndexOf('/') + 1);
        String mark = storage.movesAtOnce() ? "" : "-" + run.split("-", 2)[0];
        return fileName(number) + mark + ".parquet";
    }

    static Part part(String table, @Nullable String batch, String path, RowWriter.Written written) {
        return new Part(table, batch, path, written.rows(), written.bytes(), written.sha256());
    }
}
