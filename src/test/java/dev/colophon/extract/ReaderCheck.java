package dev.colophon.extract;

import dev.colophon.fuzz.Check;
import dev.colophon.fuzz.Work;
import dev.colophon.model.Block;
import dev.colophon.model.Capture;
import dev.colophon.model.Extraction;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Origin;
import org.jspecify.annotations.Nullable;

/** What every reader of documents promises of any bytes: they are read or refused, in time, and what they say is text. */
final class ReaderCheck {
    private final Work work = new Work(64 << 20, 20_000);
    private final String fileName;
    private final Reader reader;

    /** @param fileName of each input */
    ReaderCheck(String fileName, Reader reader) {
        this.fileName = fileName;
        this.reader = reader;
    }

    /** Reads a document; null where it leaves it to another reader. */
    interface Reader {
        @Nullable
        Extraction read(Capture capture) throws ExtractionException;
    }

    void of(byte[] input) {
        Extraction page = work.of(input.length, () -> read(input));
        if (page == null) {
            return;
        }
        Check.same(page, read(input));
        for (Block block : page.blocks()) {
            Check.printable("a block", block.text());
        }
        String title = page.headline().title();
        Check.printable("the title", title == null ? "" : title);
        for (NameClaim name : page.names()) {
            Check.that(!name.raw().isBlank(), "a name of nothing");
        }
    }

    /** What the reader makes of it; null where it refuses it or leaves it to another. */
    private @Nullable Extraction read(byte[] input) {
        try {
            Extraction read = reader.read(Capture.of(Origin.ofFile(fileName, input.length), input));
            return read == null ? null : VisibleText.of(read);
        } catch (ExtractionException refused) {
            Check.that(!refused.getMessage().isBlank(), "refused without a word");
            return null;
        }
    }
}
