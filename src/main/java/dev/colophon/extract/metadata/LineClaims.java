package dev.colophon.extract.metadata;

import dev.colophon.extract.metadata.PageFacts.Party;
import dev.colophon.extract.metadata.PageFacts.Place;
import dev.colophon.extract.metadata.PageFlow.Line;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.Region;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** States the lines of visible text around the headline and the main text's end that are dates or bylines. */
final class LineClaims {
    private static final int MAX_LINES = 120;
    private static final int MAX_CHARS = 150;
    private static final Set<Region> LOOKED_AT =
            EnumSet.of(Region.ARTICLE_HEADER, Region.ARTICLE_BODY, Region.ARTICLE_FOOTER, Region.UNKNOWN);

    private final PageFlow flow;
    private final PageRegions regions;
    private final LineClassifier classifier;
    private final PageFacts facts;

    LineClaims(PageFlow flow, PageRegions regions, LineClassifier classifier, PageFacts facts) {
        this.flow = flow;
        this.regions = regions;
        this.classifier = classifier;
        this.facts = facts;
    }

    void state() {
        Map<Region, Integer> asked = new EnumMap<>(Region.class);
        for (Line line : flow.lines()) {
            Region region = regions.of(line.element(), line.start());
            if (LOOKED_AT.contains(region)
                    && line.text().length() <= MAX_CHARS
                    && asked.merge(region, 1, Integer::sum) <= MAX_LINES) {
                state(line, region);
            }
        }
    }

    private void state(Line line, Region region) {
        String locator = "line in " + MarkupClaims.locator(flow.element(line.element()));
        Place place = new Place(ClaimSource.TEXT, locator, region, line.element() + 1);
        if (classifier.isDateLine(line.text())) {
            facts.date(DateLabels.meaning(line.text()), line.text(), place);
        }
        if (classifier.isBylineLine(line.text())) {
            facts.name(null, Party.of(line.text()), place);
        }
    }
}
