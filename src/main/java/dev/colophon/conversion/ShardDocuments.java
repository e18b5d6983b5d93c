package dev.colophon.conversion;

import dev.colophon.model.Capture;
import dev.colophon.model.Outcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The documents of one shard, one read after the other; the shard goes on behind those that take long while there are places
 * for {@link LateDocuments}. What becomes of late ones is told later, so that the order of outcomes means nothing. Used by
 * one thread.
 */
final class ShardDocuments implements AutoCloseable {
    private final LateDocuments late;
    private final Function<Capture, Outcome> pipeline;
    private final Taker taker;
    private final List<Running> waiting = new ArrayList<>();

    /** Takes what became of a capture that takes so many bytes in its input. */
    interface Taker {
        void take(Outcome outcome, long bytes) throws IOException;
    }

    private record Running(Future<Outcome> outcome, long bytes) {}

    ShardDocuments(LateDocuments late, Function<Capture, Outcome> pipeline, Taker taker) {
        this.late = late;
        this.pipeline = pipeline;
        this.taker = taker;
    }

    /** Reads one, unless it takes long. */
    void read(Capture capture) throws IOException {
        Running running = new Running(
                late.begin(() -> pipeline.apply(capture)), capture.origin().length());
        Duration waited = late.glance();
        boolean over = isOver(running);
        while (!over && !late.takePlace(waited)) {
            takeThoseThatAreOver(); // which gives places back
            over = isOver(running);
            waited = waited.plus(late.glance());
        }
        if (over) {
            take(running);
        } else {
            waiting.add(running);
        }
        takeThoseThatAreOver();
    }

    /** Waits for those that are still read. */
    void finish() throws IOException {
        while (!waiting.isEmpty()) {
            take(waiting.get(0));
            waiting.remove(0);
            late.giveBack(1);
        }
    }

    private void takeThoseThatAreOver() throws IOException {
        for (Iterator<Running> each = waiting.iterator(); each.hasNext(); ) {
            Running running = each.next();
            if (running.outcome().isDone()) {
                take(running);
                each.remove();
                late.giveBack(1);
            }
        }
    }

    private boolean isOver(Running running) throws IOException {
        try {
            running.outcome().get(late.glance().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException takesLong) {
            return false;
        } catch (ExecutionException fault) {
            return true; // take() throws it
        } catch (InterruptedException stop) {
            throw interrupted();
        }
    }

    private void take(Running running) throws IOException {
        try {
            taker.take(running.outcome().get(), running.bytes());
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
        return fault.getCause() instanceof RuntimeException exception ? exception : new IllegalStateException(fault);
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while a document was read");
    }

    /** Waits for nothing. */
    @Override
    public void close() {
        late.giveBack(waiting.size());
        waiting.clear();
    }
}
