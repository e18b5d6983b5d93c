package dev.colophon.extract;

import dev.colophon.extract.page.BlockModel;
import dev.colophon.model.Capture;
import dev.colophon.model.Extraction;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.Origin;
import dev.colophon.pipeline.MetadataLines;
import java.nio.charset.StandardCharsets;

/** Pages for tests. */
final class Pages {
    private static final LineClassifier LINES = new MetadataLines();

    static final ArticleReader READER = new ArticleReader(LINES, BlockModel.shipped());

    private Pages() {}

    static Capture capture(byte[] body) {
        return Capture.of(Origin.ofFile("page.html", body.length), body);
    }

    static Extraction read(byte[] body) throws ExtractionException {
        return READER.extract(capture(body));
    }

    static Extraction read(String html) throws ExtractionException {
        return read(html.getBytes(StandardCharsets.UTF_8));
    }
}
