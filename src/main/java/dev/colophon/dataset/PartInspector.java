package dev.colophon.dataset;

import dev.colophon.storage.Storage;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Opens a part and tells what is inside; the dataset itself knows nothing of file formats. */
@FunctionalInterface
public interface PartInspector {
    /**
     * Looks into a part.
     *
     * @param path where it lies at this moment, staged or live
     * @return null where it is no file of rows that this inspector knows
     * @throws IOException where it is one but cannot be read
     */
    @Nullable
    Inspection inspect(Storage storage, Part part, String path) throws IOException;

    /**
     * What a part holds.
     *
     * @param rows number of rows
     * @param schema its columns in words; all parts of a table have the same
     */
    record Inspection(long rows, String schema) {}
}
