package dev.colophon.source.format;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/**
 * A format whose large inputs are read in parts: {@link #open} with a {@link Place#slice} gives exactly the items that begin
 * in it, in the bytes that reading the whole gives.
 */
public interface Splittable extends Format {
    /**
     * Where an item begins, so that the input may be cut in front of it.
     *
     * @param bytes the whole input, for reads at any position
     * @param every bytes between two cuts, more or less
     * @return ascending, all above 0 and below the length; empty where it cannot be cut
     */
    long[] cuts(Place place, SeekableByteChannel bytes, long every) throws IOException;
}
