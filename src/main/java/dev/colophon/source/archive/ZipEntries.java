package dev.colophon.source.archive;

import dev.colophon.source.format.BadInput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The entries of a zip, in order, whatever they were found by. */
interface ZipEntries {
    /**
     * An entry.
     *
     * @param header what is believed of it
     * @param start position of its local header
     * @param from position of its content
     * @param to position behind its content
     * @param fault why it cannot be read; null where it may be
     */
    record Entry(ZipHeader header, long start, long from, long to, @Nullable BadInput fault) {}

    /** The next one; null at the end. */
    @Nullable
    Entry next() throws IOException;

    /** What is wrong with the archive itself, told behind its entries; null where nothing is. */
    @Nullable
    BadInput fault();
}
