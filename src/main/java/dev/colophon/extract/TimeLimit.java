package dev.colophon.extract;

import java.time.Duration;

/**
 * How long a forked parser may take: its processor time counts, so that what comes of a document does not depend on how busy
 * the machine is. Immutable.
 *
 * @param nanoseconds of processor time
 * @param seesProcessors whether a parser that stands still is found out otherwise; without that, time by the clock counts
 */
record TimeLimit(long nanoseconds, boolean seesProcessors) {
    /** So many times as much may it take by the clock on a machine that has others to serve. */
    private static final int MOST_BY_CLOCK = 10;

    TimeLimit(Duration limit, boolean seesProcessors) {
        this(limit.toNanos(), seesProcessors);
    }

    /**
     * Whether the parser has had its time.
     *
     * @param byClock nanoseconds since it was given the document
     * @param used nanoseconds of processor time since then
     */
    boolean isSpent(long byClock, long used) {
        if (byClock < nanoseconds) {
            return false;
        }
        return !seesProcessors || used >= nanoseconds || byClock / MOST_BY_CLOCK >= nanoseconds;
    }
}
