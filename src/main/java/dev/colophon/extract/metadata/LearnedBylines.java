package dev.colophon.extract.metadata;

import dev.colophon.extract.metadata.PageFacts.Party;
import dev.colophon.extract.metadata.PageFacts.Place;
import dev.colophon.extract.metadata.PageFlow.Line;
import dev.colophon.extract.page.LinePlaces;
import dev.colophon.extract.page.SiteProfile;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import dev.colophon.model.ShownLine;
import java.util.ArrayList;
import java.util.List;

/** The short lines of a page and their places: what the pages of a site are compared by, and what is learned of them. */
final class LearnedBylines {
    private static final int MAX_CHARS = 120;
    private static final int MAX_LINES = 1_000;

    /** What the places of such claims begin with. */
    private static final String LOCATOR = "byline of the site in ";

    private LearnedBylines() {}

    /** The short lines of a page, the first thousand. */
    static List<ShownLine> lines(PageFlow flow) {
        List<ShownLine> out = new ArrayList<>();
        LinePlaces places = new LinePlaces();
        for (Line line : flow.lines()) {
            long place = places.next(flow.element(line.element()));
            if (line.length() <= MAX_CHARS && out.size() < MAX_LINES) {
                out.add(new ShownLine(place, line.text()));
            }
        }
        return out;
    }

    /**
     * States the lines that stand where other pages of the site have their bylines, as parts of the article's header:
     * that is what they are, wherever they stand.
     */
    static void state(PageFlow flow, SiteProfile site, PageFacts facts) {
        if (!site.knowsBylines()) {
            return;
        }
        LinePlaces places = new LinePlaces();
        for (Line line : flow.lines()) {
            long place = places.next(flow.element(line.element()));
            if (line.length() <= MAX_CHARS && site.isByline(place)) {
                String locator = LOCATOR + MarkupClaims.locator(flow.element(line.element()));
                facts.name(
                        Role.AUTHOR,
                        Party.of(line.text()),
                        new Place(ClaimSource.MARKUP, locator, Region.ARTICLE_HEADER, line.element() + 1));
            }
        }
    }
}
