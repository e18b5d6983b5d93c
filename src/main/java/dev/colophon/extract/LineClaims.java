package dev.colophon.extract;

import dev.colophon.extract.PageFacts.Party;
import dev.colophon.extract.PageFacts.Place;
import dev.colophon.extract.PageOutline.Line;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.Region;

/** States the lines of visible text around the headline and the main text's end that are dates or bylines. */
final class LineClaims {
    private static final int MAX_LINES = 120;
    private static final int MAX_CHARS = 150;

    private final PageOutline outline;
    private final PageRegions regions;
    private final LineClassifier classifier;
    private final PageFacts facts;

    LineClaims(PageOutline outline, PageRegions regions, LineClassifier classifier, PageFacts facts) {
        this.outline = outline;
        this.regions = regions;
        this.classifier = classifier;
        this.facts = facts;
    }

    void state() {
        int headers = 0;
        int footers = 0;
        for (Line line : outline.lines()) {
            Region region = regions.of(line.element(), line.start());
            boolean header = region == Region.ARTICLE_HEADER && headers < MAX_LINES;
            boolean footer = region == Region.ARTICLE_FOOTER && footers < MAX_LINES;
            if ((header || footer) && line.text().length() <= MAX_CHARS) {
                headers += header ? 1 : 0;
                footers += footer ? 1 : 0;
                state(line, region);
            }
        }
    }

    private void state(Line line, Region region) {
        String locator = "line in " + MarkupClaims.locator(outline.element(line.element()));
        Place place = new Place(ClaimSource.TEXT, locator, region, line.element() + 1);
        if (classifier.isDateLine(line.text())) {
            facts.date(DateLabels.meaning(line.text()), line.text(), place);
        }
        if (classifier.isBylineLine(line.text())) {
            facts.name(null, Party.of(line.text()), place);
        }
    }
}
