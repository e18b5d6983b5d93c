package dev.colophon.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Bounds what a reading may cost by the bytes that it allocates, which, unlike a clock, say the same on a busy machine. A
 * loop that allocates nothing is left to the time limit of the fuzzer.
 *
 * @param fixed bytes that any reading may allocate
 * @param perByte bytes that it may allocate for each byte that it reads
 */
public record Work(long fixed, int perByte) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A reading. */
    public interface Reading<T, E extends Exception> {
        T read() throws E;
    }

    /** What a reading of so many bytes gives. One that costs too much is done again, since the first loads classes, too. */
    public <T, E extends Exception> T of(int bytes, Reading<T, E> reading) throws E {
        long limit = fixed + (long) perByte * bytes;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        T first = reading.read();
        if (THREADS.getCurrentThreadAllocatedBytes() - before > limit) {
            before = THREADS.getCurrentThreadAllocatedBytes();
            reading.read();
            long used = THREADS.getCurrentThreadAllocatedBytes() - before;
            Check.that(used <= limit, "allocated " + used + " bytes where " + limit + " are allowed");
        }
        return first;
    }
}
