package dev.colophon.source.format;

import java.io.IOException;

/** A kind of input: how it is told from others, and how it is read. Implementations are stateless and thread-safe. */
public interface Format {
    /**
     * Whether the bytes begin an input of this kind. Looks at what {@link ByteWindow#ensure} shows and consumes nothing; a
     * format that must decode for it marks and rewinds. Names ({@link Place#name}) may decide only where the content leaves
     * it open.
     *
     * @throws BadInput where the bytes are of this kind and such that they must not be opened
     */
    boolean recognises(Place place, ByteWindow bytes) throws IOException;

    /**
     * Opens an input that this format has recognised.
     *
     * @param place where it lies; makes the origins
     * @param bytes its content from the first byte on, or from {@link Place#slice} on. The caller closes it.
     * @throws BadInput where it cannot be read at all
     */
    ItemReader open(Place place, ByteWindow bytes) throws IOException;
}
