package dev.colophon.conversion;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was read last in memory: shards come batch by batch, so that what a batch's shards share is read once.
 * Thread-safe.
 */
final class LatestRead<T> {
    private final T none;
    private final Reading<T> reading;
    private @Nullable String path;
    private T latest;

    /** @param none what stands for no path */
    LatestRead(T none, Reading<T> reading) {
        this.none = none;
        this.reading = reading;
        this.latest = none;
    }

    /** Reads what lies at a path. */
    @FunctionalInterface
    interface Reading<T> {
        T read(String path) throws IOException;
    }

    /** What lies at the path, or stands for none. */
    synchronized T of(@Nullable String wanted) throws IOException {
        if (wanted == null) {
            return none;
        }
        if (!wanted.equals(path)) {
            latest = reading.read(wanted);
            path = wanted;
        }
        return latest;
    }
}
