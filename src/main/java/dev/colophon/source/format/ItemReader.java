package dev.colophon.source.format;

import dev.colophon.model.SourceItem;
import java.io.Closeable;
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

    /**
     * A reader of something that it closes itself; where it cannot be opened, that is closed here.
     *
     * @param opening makes the reader
     */
    static <C extends Closeable> ItemReader over(C content, Opening<C> opening) throws IOException {
        boolean opened = false;
        try {
            ItemReader reader = opening.open(content);
            opened = true;
            return reader;
        } finally {
            if (!opened) {
                content.close();
            }
        }
    }

    /** A reader of something that is one item. */
    static ItemReader of(OnlyItem only) {
        return new ItemReader() {
            private boolean done;

            @Override
            public @Nullable SourceItem next() throws IOException {
                if (done) {
                    return null;
                }
                done = true;
                return only.read();
            }
        };
    }

    /** Reads the only item. */
    @FunctionalInterface
    interface OnlyItem {
        SourceItem read() throws IOException;
    }

    /** Makes a reader of some content. */
    @FunctionalInterface
    interface Opening<C> {
        ItemReader open(C content) throws IOException;
    }

    /** Frees what the reader has opened itself; the bytes that it was given stay open. */
    @Override
    default void close() throws IOException {}
}
