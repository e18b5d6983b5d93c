package dev.colophon.extract;

import dev.colophon.extract.charset.DecodedText;
import dev.colophon.extract.charset.TextDecoder;
import dev.colophon.extract.wikitext.WikiText;
import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import dev.colophon.model.Capture;
import dev.colophon.model.Extraction;
import dev.colophon.model.Headline;
import dev.colophon.model.RejectReason;
import java.util.List;

/** Reads a page in MediaWiki's markup; its title and its dates stand in the dump's record. */
final class WikitextReader {
    /** The media type, as MediaWiki names it. */
    static final String TYPE = "text/x-wiki";

    private final int outputChars;

    WikitextReader(int outputChars) {
        this.outputChars = outputChars;
    }

    /** What the page says; {@code ExtractionException} where nothing but templates stands in it, or too much. */
    Extraction extract(Capture capture) throws ExtractionException {
        DecodedText decoded = TextDecoder.plain(capture.body(), capture.declaredType());
        if (decoded.text().length() > outputChars) {
            String message = "at most " + outputChars + " characters were expected, this page has "
                    + decoded.text().length();
            throw new ExtractionException(RejectReason.LIMIT_SIZE, message, null);
        }
        return DocumentSize.text(decoded.text(), () -> read(decoded));
    }

    private static Extraction read(DecodedText decoded) throws ExtractionException {
        WikiText page = WikiText.of(decoded.text());
        if (page.paragraphs().isEmpty()) {
            throw new ExtractionException(
                    RejectReason.EMPTY, "text was expected, only templates and links were found", null);
        }
        List<Block> blocks = page.paragraphs().stream()
                .map(text -> new Block(BlockKind.BODY, text))
                .toList();
        return new Extraction(
                TYPE,
                decoded.charset().name(),
                Headline.NONE,
                blocks,
                null,
                null,
                null,
                null,
                page.categories(),
                null,
                null,
                List.of(),
                List.of());
    }
}
