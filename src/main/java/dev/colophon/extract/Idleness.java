package dev.colophon.extract;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Tells from the processor time of a process whether it does anything. Thread-safe. */
final class Idleness {
    private static final long SAMPLE = TimeUnit.MILLISECONDS.toNanos(80);

    /** What systems count processor time in, and what a Java machine does for itself in some seconds. */
    private static final long NOTHING = TimeUnit.MILLISECONDS.toNanos(10);

    /** One in so many parts of the time is nothing, too: it is the machine's own. */
    private static final int SMALL = 50;

    private final ProcessHandle process;
    private long sampledAt;
    private long used;
    private int work = -1;
    private boolean idle;

    Idleness(ProcessHandle process) {
        this.process = process;
    }

    /**
     * Whether the process has done nothing between the last two samples, of which this may be one, both taken at the same piece
     * of work.
     */
    synchronized boolean lastsOver(int pieceOfWork) {
        long now = System.nanoTime();
        if (pieceOfWork != work) {
            idle = false;
            sample(now, processorTime());
        } else if (now - sampledAt >= SAMPLE) {
            long time = processorTime();
            idle = time - used <= Math.max(NOTHING, (now - sampledAt) / SMALL);
            sample(now, time);
        }
        work = pieceOfWork;
        return idle;
    }

    private void sample(long now, long time) {
        sampledAt = now;
        used = time;
    }

    /** Nanoseconds; rising with the clock, so that it never looks idle, where the system does not tell. */
    private long processorTime() {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElseGet(System::nanoTime);
    }
}
