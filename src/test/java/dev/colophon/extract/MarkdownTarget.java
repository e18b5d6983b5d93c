package dev.colophon.extract;

import dev.colophon.fuzz.Check;
import dev.colophon.fuzz.Work;
import dev.colophon.model.Block;
import dev.colophon.model.Capture;
import dev.colophon.model.Extraction;
import dev.colophon.model.Origin;
import dev.colophon.pipeline.MetadataLines;

/** Any bytes as Markdown: they are read or refused, in time, and what they say is text. */
public final class MarkdownTarget {
    private static final Work WORK = new Work(64 << 20, 20_000);
    private static final MarkdownReader READER = new MarkdownReader(new MetadataLines(), 1 << 20);

    private MarkdownTarget() {}

    /** Reads one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        Extraction page = WORK.of(input.length, () -> read(input));
        if (page == null) {
            return;
        }
        Check.same(page, read(input));
        for (Block block : page.blocks()) {
            Check.printable("a block", block.text());
        }
        String title = page.headline().title();
        Check.printable("the title", title == null ? "" : title);
    }

    /** What the reader makes of it; null where it refuses it. */
    private static Extraction read(byte[] input) {
        try {
            return VisibleText.of(
                    READER.extract(Capture.of(Origin.ofFile("a.md", input.length), input), "text/markdown"));
        } catch (ExtractionException refused) {
            Check.that(!refused.getMessage().isBlank(), "refused without a word");
            return null;
        }
    }
}
