package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * Files of a run that are to be merged. Can be sent to any machine that sees the dataset, and be carried out more than once or
 * twice at once: the same bytes appear, whole, under the same path.
 */
public sealed interface MergeTask extends Serializable permits RunTask, PartTask {
    /** What tells it from the run's other tasks: {@code batch=2026-11-22/documents-part-00000}. */
    String name();

    /**
     * Merges. Heap: a page and a row group of at most 16 files, and a row group of what is written.
     *
     * @param staging folder of the run in the dataset
     * @param attempt name that tells this attempt from all others; empty where there are no others
     * @return the parts that it wrote, staged; none where what it wrote is merged further
     * @throws IllegalStateException where a live part is not as this version writes it
     */
    List<Part> write(Storage dataset, String staging, String attempt) throws IOException;

    /** A folder for files of an attempt. */
    static String work(String staging, String attempt, String name) {
        return staging + "/merge/" + (attempt.isEmpty() ? "" : attempt + "/") + name;
    }
}
