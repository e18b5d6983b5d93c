package dev.colophon.extract.page;

import dev.colophon.model.BlockKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is measured of a block before anything is decided. */
final class BlockFeatures {
    static final List<Feature<PageMeasures>> ALL = all();

    private static final int NONE = -1;

    private BlockFeatures() {}

    private static List<Feature<PageMeasures>> all() {
        List<Feature<PageMeasures>> all = new ArrayList<>();
        ownText(all);
        ownPlace(all);
        markup(all);
        surroundings(all);
        neighbours(all);
        wholePage(all);
        return List.copyOf(all);
    }

    private static void add(List<Feature<PageMeasures>> all, String name, Feature.Measure<PageMeasures> measure) {
        all.add(new Feature<>(name, measure));
    }

    /** Adds what all blocks of a page have in common. */
    private static void addShared(List<Feature<PageMeasures>> all, String name, Feature.Measure<PageMeasures> measure) {
        all.add(new Feature<>(name, measure, true));
    }

    private static float share(float part, float whole) {
        return whole <= 0 ? 0 : part / whole;
    }

    private static int clamp(int value, int bound) {
        return Math.max(-bound, Math.min(bound, value));
    }

    private static void ownText(List<Feature<PageMeasures>> all) {
        add(all, "weight", (m, i) -> m.block(i).weight());
        add(all, "words", (m, i) -> m.words(i));
        add(all, "word-length", (m, i) -> share(m.block(i).weight(), m.words(i)));
        add(all, "link-density", (m, i) -> (float) m.block(i).linkDensity());
        add(all, "sentences", (m, i) -> m.shapes[i].sentences);
        add(all, "sentence-share", (m, i) -> share(m.shapes[i].sentences, m.words(i)));
        add(all, "comma-share", (m, i) -> share(m.block(i).commas(), m.words(i)));
        add(all, "upper-share", (m, i) -> share(m.shapes[i].upper, m.shapes[i].length));
        add(all, "capitalised-share", (m, i) -> share(m.shapes[i].capitalised, m.words(i)));
        add(all, "digit-share", (m, i) -> share(m.shapes[i].digits, m.shapes[i].length));
        add(all, "symbol-share", (m, i) -> share(m.shapes[i].symbols, m.shapes[i].length));
        add(all, "separators", (m, i) -> m.shapes[i].separators);
        add(
                all,
                "strong-share",
                (m, i) -> share(m.block(i).measures().strongWeight(), m.block(i).weight()));
        add(
                all,
                "capital-share",
                (m, i) -> share(m.block(i).measures().capitals(), m.block(i).weight()));
        add(all, "line-breaks", (m, i) -> m.block(i).measures().lineBreaks());
        add(all, "after-breaks", (m, i) -> m.block(i).afterBreaks() ? 1 : 0);
        add(all, "ends-sentence", (m, i) -> m.block(i).sentence() ? 1 : 0);
        add(all, "ends-colon", (m, i) -> m.shapes[i].last == ':' || m.shapes[i].last == '：' ? 1 : 0);
        add(all, "begins-lower", (m, i) -> Character.isLowerCase(m.shapes[i].first) ? 1 : 0);
        add(all, "begins-mark", (m, i) -> Character.isLetterOrDigit(m.shapes[i].first) ? 0 : 1);
        add(all, "phrase", (m, i) -> m.block(i).phrase() ? 1 : 0);
        add(all, "heading", (m, i) -> m.headings[i]);
        add(all, "repeats", (m, i) -> Math.min(5, m.repeats[i]));
        add(all, "title-overlap", (m, i) -> m.titleOverlap[i]);
        add(all, "description-overlap", (m, i) -> m.descriptionOverlap[i]);
        add(all, "announced-article", (m, i) -> m.announced.others().get(i) ? 1 : 0);
        add(all, "announced-comment", (m, i) -> m.announced.comments().get(i) ? 1 : 0);
        add(all, "teaser", (m, i) -> m.announced.teasers().get(i) ? 1 : 0);
    }

    private static void ownPlace(List<Feature<PageMeasures>> all) {
        add(all, "hidden", (m, i) -> m.block(i).hidden() ? 1 : 0);
        add(all, "position", (m, i) -> share(i, m.size()));
        add(all, "weight-before", (m, i) -> share(m.weights[i], m.weights[m.size()]));
        add(all, "prose-before", (m, i) -> share(m.proseWeights[i], m.proseWeights[m.size()]));
        add(all, "depth", (m, i) -> m.area(i).depth());
        add(all, "from-headline", (m, i) -> m.headline < 0 ? -999 : clamp(i - m.headline, 200));
        add(all, "weight-from-headline", (m, i) -> m.headline < 0 ? -99_999 : m.weights[i] - m.weights[m.headline]);
        add(all, "from-first-prose", (m, i) -> m.firstProse < 0 ? -999 : clamp(i - m.firstProse, 100));
        add(all, "from-last-prose", (m, i) -> m.lastProse < 0 ? -999 : clamp(i - m.lastProse, 100));
        add(all, "to-best", BlockFeatures::toBest);
        add(all, "headline-common-depth", BlockFeatures::headlineCommonDepth);
        add(all, "headline-article", BlockFeatures::headlineArticle);
        add(all, "sibling-index", (m, i) -> i - m.above(i, 1).first());
        add(all, "siblings-left", (m, i) -> m.above(i, 1).end() - i);
        add(all, "since-heading", (m, i) -> m.sinceHeading[i]);
        add(
                all,
                "headings-since-headline",
                (m, i) -> m.headline < 0 ? NONE : clamp(m.headingsBefore[i] - m.headingsBefore[m.headline], 30));
    }

    /** Areas up to the best container; -1 outside it. */
    private static float toBest(PageMeasures m, int i) {
        Area best = m.areas.get(m.bestArea);
        return best.holds(m.block(i)) ? m.area(i).depth() - best.depth() : NONE;
    }

    private static float headlineCommonDepth(PageMeasures m, int i) {
        if (m.headline < 0) {
            return -99;
        }
        Area at = m.area(i);
        int steps = 0;
        while (at.parent() != null && !at.holds(m.block(m.headline))) {
            at = at.parent();
            steps++;
        }
        return steps;
    }

    private static float headlineArticle(PageMeasures m, int i) {
        int own = m.article(i);
        int other = m.headline < 0 ? -2 : m.article(m.headline);
        return own < 0 ? 0 : own == other ? 2 : 1;
    }

    private static void markup(List<Feature<PageMeasures>> all) {
        List<String> own = List.of(
                "p",
                "div",
                "li",
                "td",
                "span",
                "blockquote",
                "figcaption",
                "pre",
                "section",
                "article",
                "dt",
                "dd",
                "th",
                "summary",
                "h1",
                "h2",
                "h3",
                "h4");
        for (String tag : own) {
            add(all, "tag-" + tag, (m, i) -> m.area(i).tag().equals(tag) ? 1 : 0);
        }
        List<String> tags = PageMeasures.tags();
        for (int t = 0; t < tags.size(); t++) {
            int tag = t;
            add(all, "in-" + tags.get(t), (m, i) -> m.inside(i, tag) ? 1 : 0);
        }
        List<Trait> traits = Trait.measured();
        for (int t = 0; t < traits.size(); t++) {
            int trait = t;
            addShared(
                    all, "page-share-" + traits.get(t).name().toLowerCase(Locale.ROOT), (m, i) -> m.traitShares[trait]);
            addShared(
                    all, "page-prose-" + traits.get(t).name().toLowerCase(Locale.ROOT), (m, i) -> m.traitProse[trait]);
            add(all, "to-" + traits.get(t).name().toLowerCase(Locale.ROOT), (m, i) -> m.distance(i, trait));
        }
    }

    private static void surroundings(List<Feature<PageMeasures>> all) {
        for (int level = 0; level <= PageMeasures.ABOVE; level++) {
            int up = level;
            String name = "area" + level + "-";
            add(all, name + "weight", (m, i) -> Sums.over(m.weights, m.above(i, up)));
            add(
                    all,
                    name + "links",
                    (m, i) -> share(Sums.over(m.linkWeights, m.above(i, up)), Sums.over(m.weights, m.above(i, up))));
            add(
                    all,
                    name + "blocks",
                    (m, i) -> m.above(i, up).end() - m.above(i, up).first());
            add(
                    all,
                    name + "prose",
                    (m, i) -> share(Sums.over(m.proseWeights, m.above(i, up)), Sums.over(m.weights, m.above(i, up))));
            add(
                    all,
                    name + "prose-share",
                    (m, i) -> share(Sums.over(m.proseWeights, m.above(i, up)), m.proseWeights[m.size()]));
            add(
                    all,
                    name + "commas",
                    (m, i) -> share(100 * Sums.over(m.commas, m.above(i, up)), Sums.over(m.weights, m.above(i, up))));
        }
        add(all, "group-blocks", (m, i) -> m.group(i).blocks);
        add(all, "group-mean", (m, i) -> share(m.group(i).weight, m.group(i).blocks));
        add(all, "group-links", (m, i) -> share(m.group(i).linkWeight, m.group(i).weight));
        add(all, "group-prose", (m, i) -> share(m.group(i).prose, m.group(i).weight));
        add(all, "group-share", (m, i) -> share(m.group(i).prose, m.proseWeights[m.size()]));
        add(all, "group-span", (m, i) -> m.group(i).last - m.group(i).first);
    }

    private static void neighbours(List<Feature<PageMeasures>> all) {
        for (int step : new int[] {-3, -2, -1, 1, 2, 3}) {
            String name = (step < 0 ? "before" : "after") + Math.abs(step) + "-";
            add(
                    all,
                    name + "weight",
                    (m, i) -> out(m, i + step) ? NONE : m.block(i + step).weight());
            add(
                    all,
                    name + "links",
                    (m, i) ->
                            out(m, i + step) ? NONE : (float) m.block(i + step).linkDensity());
            add(
                    all,
                    name + "sentence",
                    (m, i) -> out(m, i + step) ? NONE : m.block(i + step).sentence() ? 1 : 0);
            add(all, name + "group", (m, i) -> out(m, i + step) ? NONE : m.groups[i] == m.groups[i + step] ? 1 : 0);
            add(all, name + "heading", (m, i) -> out(m, i + step) ? NONE : m.headings[i + step]);
            add(all, name + "near", (m, i) -> out(m, i + step) ? NONE : near(m.area(i), m.area(i + step)));
        }
    }

    private static boolean out(PageMeasures m, int i) {
        return i < 0 || i >= m.size();
    }

    /** 2 for the same element, 1 for siblings. */
    private static float near(Area one, Area other) {
        return one == other ? 2 : one.parent() == other.parent() ? 1 : 0;
    }

    private static void wholePage(List<Feature<PageMeasures>> all) {
        addShared(all, "site-pages", (m, i) -> m.site.pages());
        add(all, "site-line", (m, i) -> (float) m.site.line(m.block(i)));
        add(all, "site-path", (m, i) -> (float) m.site.path(m.block(i)));
        add(all, "site-repetition", (m, i) -> (float) m.site.repetition(m.block(i)));
        addShared(all, "page-hidden", (m, i) -> m.hiddenShare);
        addShared(all, "page-hidden-prose", (m, i) -> m.hiddenProse);
        addShared(all, "page-blocks", (m, i) -> m.size());
        addShared(all, "page-weight", (m, i) -> m.weights[m.size()]);
        addShared(all, "page-links", (m, i) -> share(m.linkWeights[m.size()], m.weights[m.size()]));
        addShared(all, "page-prose", (m, i) -> share(m.proseWeights[m.size()], m.weights[m.size()]));
        addShared(
                all,
                "best-share",
                (m, i) -> share(Sums.over(m.proseWeights, m.areas.get(m.bestArea)), m.proseWeights[m.size()]));
        for (PageType type : PageType.values()) {
            addShared(
                    all,
                    "page-" + type.name().toLowerCase(Locale.ROOT),
                    (m, i) -> m.hints.types().contains(type) ? 1 : 0);
        }
        addShared(all, "address-depth", (m, i) -> m.address.depth());
        addShared(all, "address-hyphens", (m, i) -> m.address.hyphens());
        addShared(all, "address-digits", (m, i) -> m.address.digits());
        addShared(all, "address-query", (m, i) -> m.address.query() ? 1 : 0);
        for (BlockKind kind : BlockKind.values()) {
            add(all, "rule-" + kind.name().toLowerCase(Locale.ROOT), (m, i) -> m.rules[i] == kind ? 1 : 0);
        }
        addShared(all, "page-teasers", (m, i) -> m.teaserShare);
        addShared(all, "page-headings", (m, i) -> m.headingsBefore[m.size()]);
    }
}
