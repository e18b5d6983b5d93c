package dev.colophon.conversion;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * Documents that take long, which nobody waits for before the next one is read: a parser that stands still costs its document
 * the time limit, not its neighbours. While every processor is busy none is late, since more documents at once would only take
 * each other's time. The shards of a run share a number of them. Thread-safe.
 */
final class LateDocuments implements AutoCloseable {
    /** Longer than nearly all documents need. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Documents that may be late for each shard that is converted at once: each holds its bytes and a forked parser. */
    private static final int EACH = 4;

    private static final double BUSY = 0.85;

    private final Duration patience;
    private final BooleanSupplier idle;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newCachedThreadPool(LateDocuments::thread);

    /**
     * Places for late documents.
     *
     * @param patience how long a document is waited for
     * @param idle whether a processor has nothing to do
     */
    LateDocuments(Duration patience, BooleanSupplier idle, int places) {
        this.patience = patience;
        this.idle = idle;
        this.places = new Semaphore(places);
    }

    /** Those of a run. */
    static LateDocuments ofRun(int parallelism) {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        machine.getCpuLoad(); // it tells of the time since it was asked last
        return new LateDocuments(PATIENCE, () -> isIdle(machine.getCpuLoad()), places(parallelism));
    }

    private static boolean isIdle(double load) {
        return load >= 0 && load < BUSY;
    }

    /** How many may be late where so many shards are converted at once. */
    static int places(int parallelism) {
        return Math.multiplyExact(parallelism, EACH);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "document");
        thread.setDaemon(true);
        return thread;
    }

    Duration patience() {
        return patience;
    }

    /** Begins to read a document. */
    <T> Future<T> begin(Callable<T> reading) {
        return threads.submit(reading);
    }

    /** Takes a place for a late document; false where there is none or the machine is busy. */
    boolean takePlace() {
        return idle.getAsBoolean() && places.tryAcquire();
    }

    /** Gives places back. */
    void giveBack(int count) {
        places.release(count);
    }

    /** Lets nothing begin any more; what still runs ends when its parser is ended. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
