package dev.colophon.extract;

import com.google.common.base.Ascii;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.colophon.extract.page.PageOutline;
import dev.colophon.model.RejectReason;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Keeps documents within the heap: one of too many tags, blocks or lines is refused, and of those with very many only one is in
 * memory at a time, however many threads read. Pages have a few thousand tags, and the longest specifications and books some
 * hundred thousand tags or lines.
 */
final class DocumentSize {
    /** Each takes up to half a kilobyte. */
    static final int MOST_TAGS = 500_000;
    /** Each takes up to three kilobytes. */
    static final int MOST_BLOCKS = 200_000;
    /** Each takes up to a quarter of a kilobyte beside its text. */
    static final int MOST_LINES = 500_000;

    private static final int MANY_TAGS = 20_000;
    private static final int MANY_LINES = 100_000;
    private static final Semaphore LARGE = new Semaphore(1, true);
    /** How long a large document waits for another, which may be one that was given up. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private DocumentSize() {}

    /** What is done with a document. */
    interface Reading<T> {
        T read() throws ExtractionException;
    }

    /**
     * Reads markup, once no other large document is read where it is large.
     *
     * @throws ExtractionException where it has too many tags, or reading does
     */
    static <T> T markup(String markup, Reading<T> reading) throws ExtractionException {
        int tags = tags(markup);
        if (tags > MOST_TAGS) {
            throw tooLarge(tags, MOST_TAGS, "tags");
        }
        return tags > MANY_TAGS ? alone(reading) : reading.read();
    }

    /**
     * Reads text, once no other large document is read where it is large.
     *
     * @throws ExtractionException where it has too many lines, or reading does
     */
    static <T> T text(String text, Reading<T> reading) throws ExtractionException {
        int lines = lines(text);
        if (lines > MOST_LINES) {
            throw tooLarge(lines, MOST_LINES, "lines");
        }
        return lines > MANY_LINES ? alone(reading) : reading.read();
    }

    private static <T> T alone(Reading<T> reading) throws ExtractionException {
        boolean alone = Uninterruptibles.tryAcquireUninterruptibly(LARGE, PATIENCE);
        try {
            return reading.read();
        } finally {
            if (alone) {
                LARGE.release();
            }
        }
    }

    /** @throws ExtractionException where the page has too many blocks */
    static void require(PageOutline outline) throws ExtractionException {
        int blocks = outline.blocks().size();
        if (blocks > MOST_BLOCKS) {
            throw tooLarge(blocks, MOST_BLOCKS, "blocks of text");
        }
    }

    private static ExtractionException tooLarge(int found, int most, String what) {
        return new ExtractionException(
                RejectReason.LIMIT_SIZE,
                "a document of at most " + most + " " + what + " was expected, found " + found,
                null);
    }

    private static int tags(String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            boolean begins = at + 1 < html.length() && Ascii.isLowerCase((char) (html.charAt(at + 1) | ' '));
            tags += begins ? 1 : 0;
        }
        return tags;
    }

    private static int lines(String text) {
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean ends = unit == '\n' || (unit == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            lines += ends ? 1 : 0;
        }
        return lines;
    }
}
