package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import java.io.IOException;
import java.util.List;

/** Carries out the merges of a run, here or elsewhere. */
public interface MergeWriter {
    /**
     * Carries out all of them, in any order.
     *
     * @param written hears of each task once, on the calling thread
     * @throws Exception where one fails
     */
    void write(List<MergeTask> tasks, Written written) throws Exception;

    /** Hears of what was written. */
    interface Written {
        /**
         * Takes what an attempt at a task wrote.
         *
         * @param task its {@link MergeTask#name}
         * @param parts what the attempt gave
         */
        void take(String task, String attempt, List<Part> parts) throws IOException;
    }
}
