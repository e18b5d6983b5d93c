package dev.colophon.conversion;

import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/**
 * Lets so many shards be read at once, in the order in which they ask. A shard that only waits for late documents ends
 * its turn, so that the next begins. Thread-safe.
 */
final class Turns {
    private final Semaphore free;

    Turns(int atOnce) {
        this.free = new Semaphore(atOnce, true);
    }

    /** Waits until it is a shard's turn. */
    Turn await() throws InterruptedIOException {
        try {
            free.acquire();
            return new Turn(free);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before a shard was read");
        }
    }

    /** One shard's; used by one thread. */
    static final class Turn implements AutoCloseable {
        private final Semaphore free;
        private boolean over;

        private Turn(Semaphore free) {
            this.free = free;
        }

        /** Ends it, unless it has ended. */
        @Override
        public void close() {
            if (!over) {
                over = true;
                free.release();
            }
        }
    }
}
