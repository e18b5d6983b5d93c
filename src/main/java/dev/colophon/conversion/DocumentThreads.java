package dev.colophon.conversion;

import com.sun.management.OperatingSystemMXBean;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads that the documents of a run are read in: as many at once as the job may, whichever shards they are of. A document
 * that takes long makes room for others: a parser that stands still costs its document the time limit, not its neighbours.
 * While every processor is busy only as many are late as make no use of one, since more documents at once would only take each
 * other's time. One that takes more processor time than a document may is given up. Thread-safe.
 */
final class DocumentThreads implements AutoCloseable {
    /** Longer than nearly all documents need. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Documents that may be late for each that is read: each holds its bytes and a forked parser. */
    private static final int EACH = 4;

    private static final double BUSY = 0.85;

    /** How often it is looked whether a document that is waited for makes use of a processor. */
    private static final Duration GLANCE = Duration.ofMillis(50);

    private static final ThreadMXBean CLOCKS = ManagementFactory.getThreadMXBean();

    private final Duration limit;
    private final Duration patience;
    private final BooleanSupplier idle;
    private final IntSupplier hanging;
    private final Semaphore free;
    private final int placesOfAll;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newCachedThreadPool(DocumentThreads::thread);

    /**
     * Threads for so many documents at once, and for so many late ones.
     *
     * @param limit processor time that a document's thread may take for it
     * @param patience how long a document is waited for
     * @param idle whether a processor has nothing to do
     * @param hanging how many documents make no use of a processor, of all that are read, late ones included
     */
    DocumentThreads(
            Duration limit, Duration patience, BooleanSupplier idle, IntSupplier hanging, int atOnce, int late) {
        this.limit = limit;
        this.patience = patience;
        this.idle = idle;
        this.hanging = hanging;
        this.free = new Semaphore(atOnce, true);
        this.placesOfAll = late;
        this.places = new Semaphore(late);
    }

    /** Those of a run. */
    static DocumentThreads ofRun(Duration limit, int parallelism, IntSupplier hanging) {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        machine.getCpuLoad(); // it tells of the time since it was asked last
        return new DocumentThreads(
                limit, PATIENCE, () -> isIdle(machine.getCpuLoad()), hanging, parallelism, late(parallelism));
    }

    private static boolean isIdle(double load) {
        return load >= 0 && load < BUSY;
    }

    /** How many may be late where so many are read at once. */
    static int late(int parallelism) {
        return Math.multiplyExact(parallelism, EACH);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "document");
        thread.setDaemon(true);
        return thread;
    }

    /** How long is waited until documents are looked after again. */
    Duration glance() {
        return patience.compareTo(GLANCE) < 0 ? patience : GLANCE;
    }

    /** Waits for a thread that is free, no longer than a {@link #glance}; whether there is one, which {@link #begin} takes. */
    boolean awaitFree() throws InterruptedIOException {
        try {
            return free.tryAcquire(glance().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            throw interrupted();
        }
    }

    /** Reads a document and waits for what it gives; null where it gives nothing or is given up. */
    <T> @Nullable T read(Callable<@Nullable T> document) throws InterruptedIOException {
        boolean free;
        do {
            free = awaitFree();
        } while (!free);
        Reading<@Nullable T> reading = begin(document);
        boolean givenUp = false;
        while (!reading.isDone()) {
            reading.awaitEnd();
            givenUp = reading.giveUpIfOverdue();
        }
        return givenUp ? null : reading.result();
    }

    /** Begins to read a document in the thread that {@link #awaitFree} told of. */
    <T extends @Nullable Object> Reading<T> begin(Callable<T> document) {
        Reading<T> reading = new Reading<>(document);
        threads.execute(reading.task);
        return reading;
    }

    private boolean isReadyFor(Duration waited) {
        boolean hangs = hanging.getAsInt() > placesOfAll - places.availablePermits();
        return hangs || (waited.compareTo(patience) >= 0 && idle.getAsBoolean());
    }

    static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while a document was read");
    }

    /** Lets nothing begin any more; what still runs ends when its parser is ended. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** A document that is read; looked after by one thread. */
    final class Reading<T extends @Nullable Object> {
        private final FutureTask<T> task;
        private final long began = System.nanoTime();
        private Semaphore held = free;
        private boolean over;
        private long thread = -1;
        private long clock;

        private Reading(Callable<T> document) {
            Callable<T> timed = () -> {
                start();
                return document.call();
            };
            this.task = new FutureTask<>(timed) {
                @Override
                protected void done() {
                    end();
                }
            };
        }

        private synchronized void start() {
            thread = Thread.currentThread().getId();
            clock = CLOCKS.getCurrentThreadCpuTime();
        }

        private synchronized void end() {
            if (!over) {
                over = true;
                held.release();
            }
        }

        /** Whether it has ended. */
        boolean isDone() {
            return task.isDone();
        }

        /** What it gives, once it has ended. What it threw is thrown here. */
        T result() throws InterruptedIOException {
            try {
                return task.get();
            } catch (ExecutionException fault) {
                throw unchecked(fault);
            } catch (InterruptedException stop) {
                throw interrupted();
            }
        }

        private static RuntimeException unchecked(ExecutionException fault) {
            if (fault.getCause() instanceof Error error) {
                throw error;
            }
            return fault.getCause() instanceof RuntimeException exception
                    ? exception
                    : new IllegalStateException(fault);
        }

        /**
         * Gives it up where its thread has taken more processor time for it than a document may; whether it was given up. The
         * thread cannot be ended, but nobody waits for it any more.
         */
        synchronized boolean giveUpIfOverdue() {
            boolean waited = System.nanoTime() - began > limit.toNanos();
            if (over || !waited || thread < 0 || CLOCKS.getThreadCpuTime(thread) - clock <= limit.toNanos()) {
                return false;
            }
            task.cancel(true);
            return true;
        }

        /** Waits until it is over, no longer than a {@link #glance}. */
        void awaitEnd() throws InterruptedIOException {
            try {
                task.get(glance().toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException notNow) {
                // Its result tells of a fault.
            } catch (InterruptedException stop) {
                throw interrupted();
            }
        }

        /** Lets it make room for another where it takes long; whether it has. */
        synchronized boolean makeRoom() {
            if (!over
                    && held == free
                    && isReadyFor(Duration.ofNanos(System.nanoTime() - began))
                    && places.tryAcquire()) {
                held = places;
                free.release();
            }
            return held == places;
        }
    }
}
