package dev.colophon.extract.metadata;

import dev.colophon.model.DateClaim;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.NameClaim;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;

/** Reads pages made up for a test. */
@NullMarked
final class TestPages {
    static final String PARAGRAPH = "<p>" + "Words of a sentence that goes on for a while. ".repeat(5) + "</p>";

    static final LineClassifier LINES = new LineClassifier() {
        @Override
        public boolean isDateLine(String line) {
            return line.contains("2025");
        }

        @Override
        public boolean holdsDate(String line) {
            return isDateLine(line);
        }

        @Override
        public boolean isBylineLine(String line) {
            return line.startsWith("By ") || line.startsWith("Edited by") || line.startsWith("（记者");
        }

        @Override
        public boolean isNameLine(String line) {
            return line.equals("Nora Quist");
        }
    };

    static PageMetadata read(String html) {
        Document page = Jsoup.parse(html, "https://news.example/2025/06/a.html");
        return new PageMetadataReader(LINES).read(PageFlow.of(page), page.selectFirst(".main"), page.selectFirst("h1"));
    }

    static PageMetadata jsonLd(String json) {
        return read("<title>A fine headline - News</title><script type='application/ld+json'>" + json + "</script>");
    }

    static DateClaim date(PageMetadata page, String raw) {
        return page.dates().stream()
                .filter(claim -> claim.raw().equals(raw))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + raw + " in " + page.dates()));
    }

    static NameClaim name(PageMetadata page, String raw) {
        return page.names().stream()
                .filter(claim -> claim.raw().equals(raw))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + raw + " in " + page.names()));
    }

    private TestPages() {}
}
