package dev.colophon.extract;

import dev.colophon.extract.page.BlockModel;
import dev.colophon.extract.page.SiteProfile;
import dev.colophon.model.Capture;
import dev.colophon.model.Extraction;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * Reads any document: detects its type by content, then HTML, wiki text, FictionBook, Markdown and plain text in this JVM, every other
 * format in a forked worker.
 */
public final class DocumentExtractor implements Extractor, AutoCloseable {
    private final ArticleReader articles;
    private final TextReader texts;
    private final MarkdownReader markdowns;
    private final WikitextReader wikitexts;
    private final FictionBookReader books;
    private final TikaReader others;

    /**
     * An extractor that chooses the main text of pages with a block model; workers are started when a document first
     * needs one.
     */
    public DocumentExtractor(LineClassifier lines, ExtractLimits limits, BlockModel model) {
        this.articles = new ArticleReader(lines, model);
        this.texts = new TextReader(lines, limits.outputChars());
        this.markdowns = new MarkdownReader(lines, limits.outputChars());
        this.wikitexts = new WikitextReader(limits.outputChars());
        this.books = new FictionBookReader(lines, limits.outputChars());
        this.others = new TikaReader(lines, limits);
    }

    /**
     * What of a page can be compared with other pages of its site.
     *
     * @return null where the capture is no HTML page
     * @throws ExtractionException where it is one but cannot be read
     */
    public @Nullable SurveyedPage survey(Capture capture) throws ExtractionException {
        boolean page = capture.body().length > 0 && MediaTypes.isHtml(MediaTypes.detect(capture));
        return page ? articles.survey(capture) : null;
    }

    @Override
    public Extraction extract(Capture capture) throws ExtractionException {
        return extract(capture, null);
    }

    /**
     * What the capture says, read with what is known of its site.
     *
     * @param site null where nothing is known
     * @throws ExtractionException where it cannot be read, with the reason
     */
    public Extraction extract(Capture capture, @Nullable SiteProfile site) throws ExtractionException {
        if (capture.body().length == 0) {
            throw new ExtractionException(RejectReason.EMPTY, "a document was expected, no bytes were found", null);
        }
        String type = MediaTypes.detect(capture);
        return VisibleText.of(DeclaredFields.with(capture, read(capture, type, site)));
    }

    private Extraction read(Capture capture, String type, @Nullable SiteProfile site) throws ExtractionException {
        if (MediaTypes.isHtml(type)) {
            return articles.extract(capture, site);
        }
        if (type.equals(WikitextReader.TYPE)) {
            return wikitexts.extract(capture);
        }
        if (type.equals(FictionBookReader.TYPE)) {
            return books.extract(capture);
        }
        Extraction markdown = MarkdownReader.reads(type) ? markdowns.extract(capture, type) : null;
        if (markdown != null) {
            return markdown;
        }
        String refusal = MediaTypes.isContainer(type) ? null : MediaTypes.refusal(type);
        if (refusal != null) {
            throw new ExtractionException(RejectReason.UNSUPPORTED, refusal, null);
        }
        if (MediaTypes.isText(type)) {
            return texts.extract(capture, type);
        }
        if (MediaTypes.isDeclaredText(capture, type)) {
            String message = "the text that " + capture.declaredType()
                    + " or the name promises was expected, found bytes of no known type";
            throw new ExtractionException(RejectReason.NOT_TEXT, message, null);
        }
        try {
            return others.extract(capture, type);
        } catch (ExtractionException refused) {
            if (refused.reason() == RejectReason.UNSUPPORTED && MediaTypes.isReadable(type)) {
                return texts.extract(capture, type);
            }
            throw refused;
        }
    }

    /**
     * How many of the documents that are being read make no use of a processor: their parsers hang. Known only where this is
     * asked for repeatedly, some tenths of a second apart.
     */
    public int standingStill() {
        return others.standingStill();
    }

    /** Ends the workers. */
    @Override
    public void close() {
        others.close();
    }
}
