package dev.colophon.conversion;

import dev.colophon.model.Capture;
import dev.colophon.model.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one shard, read in the threads that the shards of a run share. What becomes of them is told as they end, so
 * that the order of outcomes means nothing. Used by one thread, which takes them.
 */
final class ShardDocuments {
    private final DocumentThreads threads;
    private final Function<Capture, Outcome> pipeline;
    private final Function<Capture, Outcome> givenUp;
    private final Taker taker;
    private final List<Running> running = new ArrayList<>();
    private long lookedAfter = System.nanoTime();

    /** Takes what became of a capture that takes so many bytes in its input. */
    interface Taker {
        void take(Outcome outcome, long bytes) throws IOException;
    }

    private record Running(DocumentThreads.Reading<Outcome> reading, Capture capture) {}

    /**
     * Documents of a shard.
     *
     * @param pipeline reads one
     * @param givenUp what becomes of one that takes too much processor time
     */
    ShardDocuments(
            DocumentThreads threads,
            Function<Capture, Outcome> pipeline,
            Function<Capture, Outcome> givenUp,
            Taker taker) {
        this.threads = threads;
        this.pipeline = pipeline;
        this.givenUp = givenUp;
        this.taker = taker;
    }

    /** Begins to read one once there is a thread for it. */
    void read(Capture capture) throws IOException {
        while (!threads.awaitFree()) {
            lookAfter();
        }
        running.add(new Running(threads.begin(() -> pipeline.apply(capture)), capture));
        // Also while others pass by: one that hangs would keep its thread for as long as these are fast.
        if (System.nanoTime() - lookedAfter >= threads.glance().toNanos()) {
            lookAfter();
        } else {
            takeThoseThatAreOver();
        }
    }

    /** Waits until none but late ones are read, and tells whether there are such. */
    boolean awaitPunctual() throws IOException {
        for (DocumentThreads.Reading<Outcome> next = punctual(); next != null; next = punctual()) {
            next.awaitEnd();
            takeThoseThatAreOver();
        }
        return !running.isEmpty();
    }

    private DocumentThreads.@Nullable Reading<Outcome> punctual() {
        for (Running document : running) {
            if (!document.reading().makeRoom()) {
                return document.reading();
            }
        }
        return null;
    }

    /** Waits for those that are still read. */
    void finish() throws IOException {
        while (!running.isEmpty()) {
            running.get(0).reading().awaitEnd();
            takeThoseThatAreOver();
        }
    }

    private void lookAfter() throws IOException {
        lookedAfter = System.nanoTime();
        takeThoseThatAreOver();
        running.forEach(each -> each.reading().makeRoom());
    }

    private void takeThoseThatAreOver() throws IOException {
        for (Iterator<Running> each = running.iterator(); each.hasNext(); ) {
            Running document = each.next();
            Capture capture = document.capture();
            if (document.reading().giveUpIfOverdue()) {
                each.remove();
                taker.take(givenUp.apply(capture), capture.origin().length());
            } else if (document.reading().isDone()) {
                each.remove();
                taker.take(document.reading().result(), capture.origin().length());
            }
        }
    }
}
