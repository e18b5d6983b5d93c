package dev.colophon.conversion;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.table.PartTask;
import java.util.List;

/** Writes the parts of batches, in this process ({@link LocalParts}) or elsewhere. */
public interface PartWriter {
    /**
     * Writes all of them, in any order.
     *
     * @param written hears of each task once, on the calling thread
     * @throws Exception where one cannot be written
     */
    void write(List<PartTask> tasks, Written written) throws Exception;

    /** Takes what a task has given. */
    interface Written {
        /** Takes the parts of the task of that {@link PartTask#name}. */
        void take(String task, List<Part> parts);
    }
}
