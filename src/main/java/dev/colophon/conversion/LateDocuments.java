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
import java.util.function.IntSupplier;

/**
 * Documents that take long, which nobody waits for before the next one is read: a parser that stands still costs its document
 * the time limit, not its neighbours. While every processor is busy only as many are late as make no use of one, since more
 * documents at once would only take each other's time. The shards of a run share a number of them. Thread-safe.
 */
final class LateDocuments implements AutoCloseable {
    /** Longer than nearly all documents need. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Documents that may be late for each shard that is converted at once: each holds its bytes and a forked parser. */
    private static final int EACH = 4;

    private static final double BUSY = 0.85;

    /** How often it is looked whether a document that is waited for makes use of a processor. */
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Duration patience;
    private final BooleanSupplier idle;
    private final IntSupplier hanging;
    private final int all;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newCachedThreadPool(LateDocuments::thread);

    /**
     * Places for late documents.
     *
     * @param patience how long a document is waited for
     * @param idle whether a processor has nothing to do
     * @param hanging how many documents make no use of a processor, of all that are read, late ones included
     */
    LateDocuments(Duration patience, BooleanSupplier idle, IntSupplier hanging, int places) {
        this.patience = patience;
        this.idle = idle;
        this.hanging = hanging;
        this.all = places;
        this.places = new Semaphore(places);
    }

    /** Those of a run. */
    static LateDocuments ofRun(int parallelism, IntSupplier hanging) {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        machine.getCpuLoad(); // it tells of the time since it was asked last
        return new LateDocuments(PATIENCE, () -> isIdle(machine.getCpuLoad()), hanging, places(parallelism));
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

    /** How long a document is waited for until {@link #takePlace} is asked again. */
    Duration glance() {
        return patience.compareTo(GLANCE) < 0 ? patience : GLANCE;
    }

    /** Begins to read a document. */
    <T> Future<T> begin(Callable<T> reading) {
        return threads.submit(reading);
    }

    /**
     * Takes a place for a late document; false where there is none or the machine is busy.
     *
     * @param waited how long it has been waited for
     */
    boolean takePlace(Duration waited) {
        boolean hangs = hanging.getAsInt() > all - places.availablePermits();
        boolean free = hangs || (waited.compareTo(patience) >= 0 && idle.getAsBoolean());
        return free && places.tryAcquire();
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
