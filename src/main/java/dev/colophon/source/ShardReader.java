package dev.colophon.source;

import dev.colophon.model.SourceItem;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the captures of one shard in order. Bad input becomes a {@link dev.colophon.model.Reject} item; only a fault of
 * the storage itself is an {@link IOException}, whose message names file and offset. Not thread-safe.
 */
public interface ShardReader extends AutoCloseable {
    /** The next capture or reject; null at the end. */
    @Nullable
    SourceItem next() throws IOException;

    /** The inputs that have been read whole so far, in order; all of the shard's after {@link #next} gave null. */
    List<InputFingerprint> fingerprints();

    @Override
    void close() throws IOException;
}
