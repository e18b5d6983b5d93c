package dev.colophon.extract;

import dev.colophon.pipeline.MetadataLines;

/** Any bytes as a FictionBook. */
public final class FictionBookTarget {
    private static final FictionBookReader READER = new FictionBookReader(new MetadataLines(), 1 << 20);
    private static final ReaderCheck CHECK = new ReaderCheck("a.fb2", READER::extract);

    private FictionBookTarget() {}

    /** Reads one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        CHECK.of(input);
    }
}
