package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Carries out the consolidation tasks of a run, here or elsewhere. */
@FunctionalInterface
public interface TaskRunner {
    /**
     * Carries out all of them, in any order.
     *
     * @param what they do, for those who watch: {@code merge}
     * @param taken hears of each task once, on the calling thread
     * @throws Exception where one fails
     */
    void run(String what, List<ConsolidationTask> tasks, Taken taken) throws Exception;

    /** Hears of what was done. */
    @FunctionalInterface
    interface Taken {
        /**
         * Takes what an attempt at a task wrote.
         *
         * @param task its {@link ConsolidationTask#name}
         * @param parts what the attempt gave
         */
        void take(String task, String attempt, List<Part> parts) throws IOException;
    }

    /**
     * Carries out all of them, and gives what they wrote its place.
     *
     * @param staging folder of the run in the dataset
     * @return their parts, in the order of the tasks
     * @throws Exception where one fails
     */
    default List<Part> complete(String what, List<? extends ConsolidationTask> tasks, Storage dataset, String staging)
            throws Exception {
        if (tasks.isEmpty()) {
            return List.of();
        }
        Map<String, ConsolidationTask> byName = new HashMap<>();
        tasks.forEach(task -> byName.put(task.name(), task));
        Map<String, List<Part>> written = new HashMap<>();
        run(what, List.copyOf(tasks), (name, attempt, parts) -> {
            Objects.requireNonNull(byName.get(name), name).take(dataset, staging, attempt, parts);
            written.put(name, parts);
        });
        List<Part> parts = new ArrayList<>();
        for (ConsolidationTask task : tasks) {
            parts.addAll(Objects.requireNonNull(written.get(task.name()), task.name()));
        }
        return parts;
    }
}
