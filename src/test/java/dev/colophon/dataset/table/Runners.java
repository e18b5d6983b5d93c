package dev.colophon.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.dataset.Part;
import dev.colophon.storage.Storage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** What carries out consolidation tasks in tests. */
public final class Runners {
    private Runners() {}

    /** One after the other, by the calling thread. */
    public static TaskRunner inline(Storage dataset, String staging) {
        AtomicInteger attempts = new AtomicInteger();
        return (what, tasks, taken) -> {
            for (ConsolidationTask task : tasks) {
                String attempt = "inline-" + attempts.getAndIncrement();
                taken.take(task.name(), attempt, task.write(dataset, staging, attempt));
            }
        };
    }

    /**
     * Each task twice, in any order and several at once; the attempt that was begun last counts, and what
     * the other one wrote stays where it is.
     */
    public static TaskRunner twice(Storage dataset, String staging, long seed) {
        AtomicInteger attempts = new AtomicInteger();
        Random random = new Random(seed);
        return (what, once, taken) -> {
            List<ConsolidationTask> tasks = new ArrayList<>(once);
            tasks.addAll(once);
            Collections.shuffle(tasks, random);
            ExecutorService machines = Executors.newFixedThreadPool(4);
            Map<String, List<Part>> before = new TreeMap<>();
            try {
                List<String> names = new ArrayList<>();
                List<Future<List<Part>>> running = new ArrayList<>();
                for (ConsolidationTask task : tasks) {
                    String attempt = "twice-" + attempts.getAndIncrement();
                    names.add(attempt);
                    running.add(machines.submit(() -> task.write(dataset, staging, attempt)));
                }
                for (int i = 0; i < tasks.size(); i++) {
                    String name = tasks.get(i).name();
                    List<Part> done = running.get(i).get();
                    List<Part> other = before.put(name, done);
                    if (other != null) {
                        assertThat(done).isEqualTo(other);
                        taken.take(name, names.get(i), done);
                    }
                }
            } finally {
                machines.shutdownNow();
            }
        };
    }
}
