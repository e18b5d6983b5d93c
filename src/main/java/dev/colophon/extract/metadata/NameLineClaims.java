package dev.colophon.extract.metadata;

import dev.colophon.extract.metadata.PageFacts.Party;
import dev.colophon.extract.metadata.PageFacts.Place;
import dev.colophon.extract.metadata.PageFlow.Line;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * States names that stand alone, without a word or a class that says what for: beside the date or before the first
 * paragraph, and right below the text, as signatures do. Weak claims, for pages of which nobody else is known.
 */
final class NameLineClaims {
    /** What the places of such claims begin with. */
    private static final String LOCATOR = "name alone in ";

    private static final int MAX_SIGNATURE = 70;
    private static final int PARAGRAPH = 80;

    /** A signature is one of so many lines after the last paragraph. */
    private static final int MAX_BELOW = 2;

    private static final int MAX_NAMES = 2;
    private static final Set<String> ELSEWHERE = Set.of("a", "figure", "figcaption", "h1", "th", "button", "label");

    private final PageFlow flow;
    private final PageRegions regions;
    private final LineClassifier classifier;
    private final PageFacts facts;

    NameLineClaims(PageFlow flow, PageRegions regions, LineClassifier classifier, PageFacts facts) {
        this.flow = flow;
        this.regions = regions;
        this.classifier = classifier;
        this.facts = facts;
    }

    void state() {
        List<Place> above = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int below = 0;
        List<Line> lines = flow.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Region region = regions.of(line.element(), line.start());
            below += region == Region.ARTICLE_FOOTER ? 1 : 0;
            boolean looked = region == Region.ARTICLE_HEADER && isBesideTextOrDate(lines, i)
                    || region == Region.ARTICLE_FOOTER && below <= MAX_BELOW;
            if (looked && line.length() <= MAX_SIGNATURE && standsAlone(line) && classifier.isSignature(line.text())) {
                names.add(line.text());
                above.add(new Place(
                        ClaimSource.TEXT,
                        LOCATOR + MarkupClaims.locator(flow.element(line.element())),
                        region,
                        line.element() + 1));
            }
        }
        if (names.size() <= MAX_NAMES) {
            for (int i = 0; i < names.size(); i++) {
                facts.name(null, Party.of(names.get(i)), above.get(i));
            }
        }
    }

    /** Whether a date is near, or the text begins right below. */
    private boolean isBesideTextOrDate(List<Line> lines, int index) {
        if (index + 1 < lines.size() && lines.get(index + 1).length() >= PARAGRAPH) {
            return true;
        }
        for (int i = Math.max(0, index - 2); i <= Math.min(lines.size() - 1, index + 2); i++) {
            if (i != index
                    && lines.get(i).length() < PARAGRAPH
                    && classifier.isDateLine(lines.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** Whether no link, caption or control is around the line. */
    private boolean standsAlone(Line line) {
        for (int up = line.element(); up >= 0; up = flow.parent(up)) {
            if (ELSEWHERE.contains(flow.element(up).normalName())) {
                return false;
            }
        }
        return true;
    }
}
