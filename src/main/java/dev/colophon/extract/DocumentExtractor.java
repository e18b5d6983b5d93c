package dev.colophon.extract;

import dev.colophon.model.Capture;
import dev.colophon.model.Extraction;
import dev.colophon.model.LineClassifier;

/**
 * Reads any document: detects its type by content, then HTML and plain text in this JVM, every other format in a forked
 * worker.
 */
public final class DocumentExtractor implements Extractor, AutoCloseable {
    private final ArticleReader articles;

    /** Workers are started when the first document needs one. */
    public DocumentExtractor(LineClassifier lines, ExtractLimits limits) {
        this.articles = new ArticleReader(lines);
    }

    @Override
    public Extraction extract(Capture capture) throws ExtractionException {
        return articles.extract(capture);
    }

    /** Ends the workers. */
    @Override
    public void close() {}
}
