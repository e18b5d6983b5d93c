package dev.colophon.extract;

import dev.colophon.extract.charset.TextDecoder;
import dev.colophon.extract.metadata.PageFlow;
import dev.colophon.extract.page.PageHead;
import dev.colophon.extract.page.PageHints;
import dev.colophon.extract.page.PageOutline;
import dev.colophon.model.Capture;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * A page as the product sees it before it chooses the text.
 *
 * @param outline all blocks, hidden ones included
 * @param hints what the head says
 */
public record CorpusPage(PageOutline outline, PageHints hints) {
    /** Decodes and parses a capture. */
    public static CorpusPage of(Capture capture) {
        String html = TextDecoder.page(capture.body(), capture.declaredType()).text();
        Document page = Parser.htmlParser().parseInput(html, capture.url() == null ? "" : capture.url());
        PageOutline outline = PageOutline.withHidden(page.body());
        PageHead head = PageFlow.of(page).pageHead();
        return new CorpusPage(
                outline, ArticleReader.hints(head, new Headlines(head, outline, capture.url()), capture.url()));
    }
}
