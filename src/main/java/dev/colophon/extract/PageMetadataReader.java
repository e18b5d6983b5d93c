package dev.colophon.extract;

import dev.colophon.model.LineClassifier;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads what an HTML page says of itself. */
final class PageMetadataReader {
    private final LineClassifier lines;

    PageMetadataReader(LineClassifier lines) {
        this.lines = lines;
    }

    /**
     * Everything the page states.
     *
     * @param page the parsed page, base URI set where the address is known; not changed
     * @param main the element that holds the main text; null where none was found
     * @param headline the element that shows the title; null where none was found
     */
    PageMetadata read(Document page, @Nullable Element main, @Nullable Element headline) {
        return new PageMetadata(
                List.of(), null, null, null, null, null, null, List.of(), null, null, List.of(), List.of());
    }
}
