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
     * @param schema its columns in words; all parts of a table that one version wrote have the same
     * @param difference from the columns that this version writes; null where there is none
     */
    record Inspection(long rows, String schema, @Nullable Difference difference) {}

    /**
     * How a part's columns differ from those that this version writes.
     *
     * @param text for people: {@code it lacks [cluster_id]}
     * @param readable whether this version reads the part nevertheless
     */
    record Difference(String text, boolean readable) {}
}
