package dev.colophon.conversion;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.table.MergeTask;
import java.util.List;

/** Carries out the merges of a run, in this process ({@link LocalParts}) or elsewhere. */
public interface PartWriter {
    /**
     * Carries out all of them, in any order.
     *
     * @param written hears of each task once, on the calling thread
     * @throws Exception where one fails
     */
    void write(List<MergeTask> tasks, Written written) throws Exception;

    /** Takes what a task has given. */
    interface Written {
        /** Takes the parts of the task of that {@link MergeTask#name}. */
        void take(String task, List<Part> parts);
    }
}
