package dev.colophon.extract;

import dev.colophon.pipeline.MetadataLines;

/** Any bytes as Markdown. */
public final class MarkdownTarget {
    private static final MarkdownReader READER = new MarkdownReader(new MetadataLines(), 1 << 20);
    private static final ReaderCheck CHECK =
            new ReaderCheck("a.md", capture -> READER.extract(capture, "text/markdown"));

    private MarkdownTarget() {}

    /** Reads one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        CHECK.of(input);
    }
}
