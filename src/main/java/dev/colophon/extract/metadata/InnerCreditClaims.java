package dev.colophon.extract.metadata;

import dev.colophon.extract.metadata.PageFacts.Party;
import dev.colophon.extract.metadata.PageFacts.Place;
import dev.colophon.extract.metadata.PageFlow.Line;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.InnerCredit;
import dev.colophon.model.InnerCredit.Part;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.Region;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * States whom longer lines credit among other words: captions their photographer, a report's first paragraph the agency, its
 * last one those who helped.
 */
final class InnerCreditClaims {
    /** So much is read of a line's beginning or a caption's end. */
    private static final int BRIEF = 120;

    /** So much is read of a text's end: those who reported with others may be a dozen. */
    private static final int LONG = 400;

    /** Shorter lines above the text are none of its paragraphs. */
    private static final int PARAGRAPH = 60;

    /** A summary or two stand before the paragraph that says where the report is from. */
    private static final int MOST_PARAGRAPHS = 3;

    private static final Map<Part, String> LOCATORS = Map.of(
            Part.BEGINNING, "beginning of ",
            Part.PARAGRAPH, "end of ",
            Part.END, "end of ",
            Part.CAPTION, "end of caption in ",
            Part.CREDIT, "credit in ");

    private static final Set<Region> ARTICLE =
            EnumSet.of(Region.ARTICLE_HEADER, Region.ARTICLE_BODY, Region.ARTICLE_FOOTER);

    private final PageFlow flow;
    private final PageRegions regions;
    private final LinePlaces places;
    private final LineClassifier classifier;
    private final PageFacts facts;
    private int paragraphs;

    InnerCreditClaims(PageFlow flow, PageRegions regions, LineClassifier classifier, PageFacts facts) {
        this.flow = flow;
        this.regions = regions;
        this.places = new LinePlaces(flow);
        this.classifier = classifier;
        this.facts = facts;
    }

    void state() {
        for (Line line : flow.lines()) {
            Region region = regions.of(line.element(), line.start());
            if (ARTICLE.contains(region) && !classifier.holdsByline(line.text()) && !places.isInGallery(line)) {
                state(line, region);
            }
        }
    }

    private void state(Line line, Region region) {
        if (line.length() <= BRIEF && places.isCredit(line)) {
            state(line, Part.CREDIT, line.text(), Region.CAPTION);
        } else if (places.isCaption(line)) {
            state(line, Part.CAPTION, line.tail(BRIEF), Region.CAPTION);
        } else {
            stateInText(line, region);
        }
    }

    private void stateInText(Line line, Region region) {
        boolean paragraph = line.length() >= PARAGRAPH && region != Region.ARTICLE_FOOTER;
        if (paragraph && paragraphs < MOST_PARAGRAPHS) {
            paragraphs++;
            String head = line.text();
            state(line, Part.BEGINNING, head.substring(0, Math.min(BRIEF, head.length())), Region.ARTICLE_HEADER);
        }
        boolean last = regions.of(line.element(), line.end()) == Region.ARTICLE_FOOTER;
        state(
                line,
                last ? Part.END : Part.PARAGRAPH,
                line.tail(LONG),
                last ? Region.ARTICLE_FOOTER : Region.ARTICLE_BODY);
    }

    private void state(Line line, Part part, String words, Region region) {
        List<InnerCredit> credits = classifier.credits(words, part);
        for (InnerCredit credit : credits) {
            Place place = new Place(
                    ClaimSource.TEXT,
                    LOCATORS.get(part) + MarkupClaims.locator(flow.element(line.element())),
                    region,
                    line.element() + 1);
            facts.name(credit.role(), Party.of(credit.words()), place);
        }
    }
}
