package dev.colophon.conversion;

import com.google.common.util.concurrent.MoreExecutors;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.table.ConsolidationTask;
import dev.colophon.dataset.table.TaskRunner;
import dev.colophon.storage.Storage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Carries out consolidation tasks in this process, as many at once as the job has threads and the heap has room for. */
final class LocalTasks implements TaskRunner {
    /** How long the run waits for others once one has failed: those that run are interrupted, those that wait never begin. */
    private static final Duration END = Duration.ofSeconds(20);

    private final Storage dataset;
    private final String staging;
    private final int threads;
    private int attempts;

    /** @param threads of the job */
    LocalTasks(Storage dataset, String staging, int threads) {
        this.dataset = dataset;
        this.staging = staging;
        this.threads = Math.min(threads, ConsolidationTask.atOnce());
    }

    private record Done(String task, String attempt, List<Part> parts) {}

    @Override
    public void run(String what, List<ConsolidationTask> tasks, Taken taken) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads, LocalTasks::thread);
        try {
            CompletionService<Done> attempted = new ExecutorCompletionService<>(pool);
            for (ConsolidationTask task : tasks) {
                String attempt = Integer.toString(attempts++);
                attempted.submit(() -> new Done(task.name(), attempt, task.write(dataset, staging, attempt)));
            }
            for (int i = 0; i < tasks.size(); i++) {
                Done done = attempted.take().get();
                taken.take(done.task(), done.attempt(), done.parts());
            }
        } catch (ExecutionException failed) {
            throw fault(failed);
        } finally {
            pool.shutdownNow();
            MoreExecutors.shutdownAndAwaitTermination(pool, END);
        }
    }

    private static Exception fault(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof Exception fault ? fault : failed;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "consolidation");
        thread.setDaemon(true);
        return thread;
    }
}
