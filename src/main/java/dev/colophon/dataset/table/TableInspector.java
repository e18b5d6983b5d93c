package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.PartInspector;
import dev.colophon.dataset.parquet.ParquetFile;
import dev.colophon.dataset.parquet.SchemaDifference;
import dev.colophon.storage.Storage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Opens the Parquet parts of the known tables, for commit and verification. */
public final class TableInspector implements PartInspector {
    @Override
    public @Nullable Inspection inspect(Storage storage, Part part, String path) throws IOException {
        if (!path.endsWith(".parquet")) {
            return null;
        }
        try {
            PartInspection found = PartInspection.of(storage, path, part.table());
            SchemaDifference difference = ParquetFile.difference(storage, path, Tables.named(part.table()));
            return new Inspection(
                    found.rows(),
                    found.schema(),
                    difference == null ? null : new Difference(difference.text(), difference.readable()));
        } catch (RuntimeException fault) {
            throw new IOException(path + " is no readable Parquet file: " + fault.getMessage(), fault);
        }
    }
}
