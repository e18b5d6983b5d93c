package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * Work on files of a run and of the archive that any machine can do which sees the dataset: it is sent there. It writes
 * nothing but files that no other attempt writes; an attempt counts once it is {@linkplain #take taken}, and then it
 * alone.
 */
public interface ConsolidationTask extends Serializable {
    /**
     * Heap of one task, roughly. A merge takes the row group that is filled, up to 64 MB before and while it is compressed, and
     * a page and a row group of at most 16 files; no other task takes more.
     */
    long HEAP_BYTES = 256L << 20;

    /** How many tasks this process has room for beside what else it does, at least one. */
    static int atOnce() {
        return (int) Math.max(1, Runtime.getRuntime().maxMemory() / HEAP_BYTES - 1);
    }

    /** What tells it from the run's other tasks: {@code batch=2026-11-22/documents-part-00000}. */
    String name();

    /**
     * Does it.
     *
     * @param staging folder of the run in the dataset
     * @param attempt name that tells this attempt from all others at any of the run's tasks
     * @return the parts that it wrote; none where what it wrote is worked on further
     * @throws IllegalStateException where a live part is not as this version writes it, or a file has other rows than it had
     */
    List<Part> write(Storage dataset, String staging, String attempt) throws IOException;

    /**
     * Gives what an attempt wrote the place where it counts.
     *
     * @param parts what the attempt gave
     */
    void take(Storage dataset, String staging, String attempt, List<Part> parts) throws IOException;

    /** The folder of an attempt. */
    static String place(String staging, String attempt) {
        return staging + "/merge/attempts/" + attempt;
    }
}
