package dev.colophon.source.format;

import java.io.IOException;

/** Tells what bytes are and opens them. */
@FunctionalInterface
public interface Opener {
    /**
     * Opens what lies at a place.
     *
     * @throws BadInput where it cannot be read at all, or is nested too deeply
     */
    ItemReader open(Place place, ByteWindow bytes) throws IOException;
}
