package dev.colophon.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Bounds what a reader may cost by the bytes that it allocates, which, unlike a clock, say the same on a busy machine. A
 * loop that allocates nothing is left to the time limit of the fuzzer.
 */
public final class Work {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long before = THREADS.getCurrentThreadAllocatedBytes();
    private final long limit;

    private Work(long limit) {
        this.limit = limit;
    }

    /** Begins to count; reading {@code bytes} may allocate {@code fixed} and so many for each of them. */
    public static Work start(long fixed, int perByte, int bytes) {
        return new Work(fixed + (long) perByte * bytes);
    }

    /** Fails where more has been allocated by this thread than was allowed. */
    public void check() {
        long used = THREADS.getCurrentThreadAllocatedBytes() - before;
        Check.that(used <= limit, "allocated " + used + " bytes where " + limit + " are allowed");
    }
}
