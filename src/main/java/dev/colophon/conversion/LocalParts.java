package dev.colophon.conversion;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.table.MergeTask;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Writes parts in this process, as many at once as the job has threads and the heap has room for. */
final class LocalParts implements PartWriter {
    /** What writing one part may take: the row group that is filled, and those that are merged. */
    private static final long HEAP_OF_ONE = 256L << 20;

    private final ConversionRun run;

    LocalParts(ConversionRun run) {
        this.run = run;
    }

    /** How many are written at once. */
    private int threads(int tasks) {
        long room = Runtime.getRuntime().maxMemory() / HEAP_OF_ONE;
        return (int) Math.max(1, Math.min(room, Math.min(run.settings().parallelism(), tasks)));
    }

    @Override
    public void write(List<MergeTask> tasks, Written written) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(threads(tasks.size()), LocalParts::thread);
        try {
            List<Future<List<Part>>> parts = new ArrayList<>();
            for (MergeTask task : tasks) {
                parts.add(threads.submit(() -> task.write(run.storage(), run.staging(), "")));
            }
            for (int i = 0; i < tasks.size(); i++) {
                written.take(tasks.get(i).name(), parts.get(i).get());
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception fault ? fault : failed;
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "part");
        thread.setDaemon(true);
        return thread;
    }
}
