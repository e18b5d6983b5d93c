package dev.colophon.source;

import dev.colophon.model.SourceItem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The captures and rejects of one input, in order. */
interface ItemReader extends AutoCloseable {
    /** The next one; null at the end. */
    @Nullable
    SourceItem next() throws IOException;

    @Override
    default void close() {}
}
