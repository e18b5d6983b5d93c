package dev.colophon.source.format;

import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What readers throw that none should, as faults of what they read: one input is lost, and not the shard at every run. A fault
 * of the storage that lies behind it is told by {@link StoredBytes#requireSound}.
 */
public final class ReaderFaults {
    /** Causes that are looked at: they may lead in a circle. */
    private static final int MOST_CAUSES = 20;

    private ReaderFaults() {}

    /** A step of a reader: see {@link ItemReader#next}. */
    @FunctionalInterface
    public interface Step {
        /** The next item; null at the end. */
        @Nullable
        SourceItem take() throws IOException;
    }

    /**
     * Takes a step.
     *
     * @param position tells how many of its bytes the reader has read
     * @throws BadInput where the reader fails as it should, or otherwise
     * @throws RuntimeException what the reader throws, where its thread was told to end
     */
    public static @Nullable SourceItem guarded(LongSupplier position, Step step) throws IOException {
        try {
            return step.take();
        } catch (RuntimeException fault) {
            throw explained(fault, position.getAsLong());
        } catch (StackOverflowError tooDeep) {
            throw malformed(tooDeep, position.getAsLong());
        }
    }

    private static BadInput explained(RuntimeException fault, long position) {
        Throwable cause = fault;
        for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
            if (cause instanceof BadInput known) {
                return known;
            }
            if (cause instanceof InterruptedException
                    || cause instanceof InterruptedIOException
                    || cause instanceof ClosedByInterruptException) {
                throw fault;
            }
            cause = cause.getCause();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw fault;
        }
        return malformed(fault, position);
    }

    private static BadInput malformed(Throwable fault, long position) {
        String message = fault.getMessage() == null ? "" : ": " + fault.getMessage();
        return new BadInput(
                RejectReason.MALFORMED,
                "its reader failed near byte " + position + ": "
                        + fault.getClass().getSimpleName() + message);
    }
}
