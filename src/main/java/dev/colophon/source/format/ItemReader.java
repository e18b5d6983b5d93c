package dev.colophon.source.format;

import dev.colophon.model.SourceItem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The captures and rejects of one input or one entry, in order. Not thread-safe. */
public interface ItemReader extends AutoCloseable {
    /**
     * The next one; null at the end. What a container holds that is no capture by its nature (a folder, a WARC's request) is
     * passed over; everything else that gives no capture is a reject.
     *
     * @throws BadInput where nothing more can be read. Who opened the bytes makes it a reject of them all, so that a reader
     *     that can say where the loss begins gives its own reject and ends.
     */
    @Nullable
    SourceItem next() throws IOException;

    /** Frees what the reader has opened itself; the bytes that it was given stay open. */
    @Override
    default void close() throws IOException {}
}
