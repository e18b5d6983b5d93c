package dev.colophon.extract.page;

import dev.colophon.model.BlockKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is measured of a selection as a whole, beside what its page is like. Immutable once made. */
final class SelectionFeatures {
    private static final List<String> FROM_PAGE = List.of(
            "page-blocks", "page-weight", "page-links", "page-prose", "page-hidden", "best-share", "address-depth",
            "address-hyphens", "address-digits", "page-article", "page-posting", "page-forum", "page-product",
            "page-list", "page-documentation", "page-site", "page-og_article", "page-og_site", "page-share-message",
            "page-share-comment", "page-share-body", "page-share-item", "page-share-post", "page-headings",
            "site-pages");

    private SelectionFeatures() {}

    /** Names of what a row holds, in order. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "least", "words", "share-of-page", "precision", "recall", "f1", "precision-gain", "recall-gain",
                "f1-gain", "sure-share", "doubtful-share", "best-left-out", "left-out-between", "left-out-after",
                "left-out-before", "gap", "runs", "run-share", "blocks", "mean-words", "links", "prose", "hidden",
                "headings", "articles", "posts", "comments", "related", "items", "messages", "rule-agreement",
                "usual-agreement", "rule-precision", "rule-recall", "headline-inside", "words-from-headline",
                "blocks-from-headline", "groups", "group-share", "area-depth", "area-held", "area-words",
                "area-density", "area-article", "area-main", "area-headline", "area-traits-body", "area-traits-post",
                "area-traits-content", "area-traits-furniture", "area-siblings-held", "repeated", "site-lines",
                "description", "sentences", "depth-span", "common-depth", "common-held"));
        for (Selection.Way way : Selection.Way.values()) {
            names.add("way-" + way.name().toLowerCase(Locale.ROOT));
        }
        names.addAll(FROM_PAGE);
        return names;
    }

    private static final List<Feature<PageMeasures>> PAGE = FROM_PAGE.stream()
            .map(name -> BlockFeatures.ALL.stream()
                    .filter(feature -> feature.name().equals(name))
                    .findFirst()
                    .orElseThrow())
            .toList();

    /** A row for each selection. */
    static float[][] rows(Selections selections) {
        float[][] rows = new float[selections.all().size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Row(selections, selections.all().get(i)).values();
        }
        return rows;
    }

    private static final class Row {
        private final Selections selections;
        private final PageMeasures page;
        private final float[] probabilities;
        private final Selection selection;
        private final boolean[] in;
        private final float[] values;
        private int size;

        Row(Selections selections, Selection selection) {
            this.selections = selections;
            this.page = selections.page;
            this.probabilities = selections.probabilities;
            this.selection = selection;
            this.in = selection.blocks();
            this.values = new float[names().size()];
        }

        private void put(float value) {
            values[size++] = value;
        }

        float[] values() {
            expectations();
            shape();
            contents();
            agreement();
            place();
            area();
            rest();
            for (Selection.Way way : Selection.Way.values()) {
                put(selection.way() == way ? 1 : 0);
            }
            for (Feature<PageMeasures> feature : PAGE) {
                put(feature.measure().of(page, 0));
            }
            return values;
        }

        private static float share(float part, float whole) {
            return whole <= 0 ? 0 : part / whole;
        }

        private void expectations() {
            float[] own = expected(in);
            float[] usual = expected(selections.all().get(0).blocks());
            float total = 0;
            float sure = 0;
            float doubtful = 0;
            float best = 0;
            for (int i = 0; i < in.length; i++) {
                total += page.words(i);
                sure += in[i] && probabilities[i] > 0.8f ? page.words(i) : 0;
                doubtful += in[i] && probabilities[i] < 0.4f ? page.words(i) : 0;
                best = in[i] ? best : Math.max(best, probabilities[i] * Math.min(1, page.words(i) / 10f));
            }
            put(selection.least());
            put(own[3]);
            put(share(own[3], total));
            for (int i = 0; i < 3; i++) {
                put(own[i]);
            }
            for (int i = 0; i < 3; i++) {
                put(own[i] - usual[i]);
            }
            put(share(sure, own[3]));
            put(share(doubtful, own[3]));
            put(best);
        }

        /** Expected precision, recall and F1, and words. */
        private float[] expected(boolean[] blocks) {
            float right = 0;
            float chosen = 0;
            for (int i = 0; i < blocks.length; i++) {
                if (blocks[i]) {
                    right += probabilities[i] * page.words(i);
                    chosen += page.words(i);
                }
            }
            float all = selections.mass[in.length];
            return new float[] {share(right, chosen), share(right, all), share(2 * right, chosen + all), chosen};
        }

        private void shape() {
            int first = -1;
            int last = -1;
            int runs = 0;
            int blocks = 0;
            float gap = 0;
            float widest = 0;
            float run = 0;
            float longest = 0;
            float chosen = 0;
            for (int i = 0; i < in.length; i++) {
                if (in[i]) {
                    runs += i == 0 || !in[i - 1] ? 1 : 0;
                    run = gap > 100 ? 0 : run;
                    run += page.words(i);
                    longest = Math.max(longest, run);
                    widest = first < 0 ? 0 : Math.max(widest, gap);
                    gap = 0;
                    first = first < 0 ? i : first;
                    last = i;
                    blocks++;
                    chosen += page.words(i);
                } else {
                    gap += page.words(i);
                }
            }
            float between = 0;
            float before = 0;
            float after = 0;
            for (int i = 0; i < in.length; i++) {
                float left = in[i] ? 0 : probabilities[i] * page.words(i);
                before += i < first ? left : 0;
                after += i > last ? left : 0;
                between += i > first && i < last ? left : 0;
            }
            float all = selections.mass[in.length];
            put(share(between, all));
            put(share(after, all));
            put(share(before, all));
            put(widest);
            put(runs);
            put(share(longest, chosen));
            put(blocks);
            put(share(chosen, blocks));
        }

        private void contents() {
            float weight = 0;
            float links = 0;
            float prose = 0;
            float hidden = 0;
            int headings = 0;
            float[] traits = new float[5];
            Trait[] counted = {Trait.POST, Trait.COMMENT, Trait.RELATED, Trait.ITEM, Trait.MESSAGE};
            java.util.BitSet articles = new java.util.BitSet();
            for (int i = 0; i < in.length; i++) {
                if (in[i]) {
                    PageBlock block = page.block(i);
                    weight += block.weight();
                    links += block.linkWeight();
                    prose += page.prose(i) ? block.weight() : 0;
                    hidden += block.hidden() ? block.weight() : 0;
                    headings += page.headings[i] > 0 ? 1 : 0;
                    articles.set(page.article(i) + 1);
                    for (int t = 0; t < counted.length; t++) {
                        traits[t] += page.distance(i, counted[t].ordinal()) < PageMeasures.FAR ? block.weight() : 0;
                    }
                }
            }
            put(share(links, weight));
            put(share(prose, weight));
            put(share(hidden, weight));
            put(headings);
            put(articles.cardinality());
            for (float trait : traits) {
                put(share(trait, weight));
            }
        }

        private void agreement() {
            boolean[] usual = selections.all().get(0).blocks();
            float both = 0;
            float either = 0;
            float own = 0;
            float rules = 0;
            float common = 0;
            float union = 0;
            for (int i = 0; i < in.length; i++) {
                float words = page.words(i);
                boolean rule = page.rules[i] == BlockKind.BODY;
                both += in[i] && rule ? words : 0;
                either += in[i] || rule ? words : 0;
                own += in[i] ? words : 0;
                rules += rule ? words : 0;
                common += in[i] && usual[i] ? words : 0;
                union += in[i] || usual[i] ? words : 0;
            }
            put(share(both, either));
            put(share(common, union));
            put(share(both, own));
            put(share(both, rules));
        }

        private void place() {
            int first = 0;
            while (first < in.length - 1 && !in[first]) {
                first++;
            }
            int last = in.length - 1;
            while (last > 0 && !in[last]) {
                last--;
            }
            boolean known = page.headline >= 0;
            put(known && page.headline >= first && page.headline <= last ? 1 : 0);
            put(known ? page.weights[first] - page.weights[page.headline] : -99_999);
            put(known ? first - page.headline : -999);
            float[] groups = new float[page.allGroups.length];
            float chosen = 0;
            float largest = 0;
            int count = 0;
            for (int i = 0; i < in.length; i++) {
                if (in[i]) {
                    count += groups[page.groups[i]] == 0 ? 1 : 0;
                    groups[page.groups[i]] += page.words(i) + 0.01f;
                    chosen += page.words(i);
                    largest = Math.max(largest, groups[page.groups[i]]);
                }
            }
            put(count);
            put(share(largest, chosen));
        }

        private void area() {
            Area area = selection.area() == null ? page.areas.get(0) : selection.area();
            float all = selections.mass[in.length];
            float words = 0;
            for (int i = area.first(); i < area.end(); i++) {
                words += page.words(i);
            }
            put(area.depth());
            put(share(selections.held(area), all));
            put(words);
            put(share(selections.held(area), words));
            put(area.closest("article") == null ? 0 : area.tag().equals("article") ? 2 : 1);
            put(area.closest("main") == null ? 0 : area.tag().equals("main") ? 2 : 1);
            put(page.headline >= 0 && area.holds(page.block(page.headline)) ? 1 : 0);
            put(Trait.BODY.in(area.traits()) ? 1 : 0);
            put(Trait.POST.in(area.traits()) ? 1 : 0);
            put(Trait.CONTENT.in(area.traits()) ? 1 : 0);
            put((area.traits() & Trait.ANY_FURNITURE) != 0 ? 1 : 0);
            put(area.parent() == null ? 1 : share(selections.held(area), selections.held(area.parent())));
        }

        private void rest() {
            float chosen = 0;
            float repeated = 0;
            float recurring = 0;
            float described = 0;
            float sentences = 0;
            int deepest = 0;
            int highest = 999;
            Area common = null;
            for (int i = 0; i < in.length; i++) {
                if (in[i]) {
                    chosen += page.words(i);
                    repeated += page.repeats[i] > 1 ? page.words(i) : 0;
                    recurring += (float) (page.site.line(page.block(i)) * page.words(i));
                    described = Math.max(described, page.descriptionOverlap[i]);
                    sentences += page.block(i).sentence() ? page.words(i) : 0;
                    deepest = Math.max(deepest, page.area(i).depth());
                    highest = Math.min(highest, page.area(i).depth());
                    common = common == null ? page.area(i) : common;
                    while (!common.holds(page.block(i))) {
                        common = common.parent();
                    }
                }
            }
            put(share(repeated, chosen));
            put(share(recurring, chosen));
            put(described);
            put(share(sentences, chosen));
            put(deepest - highest);
            put(common == null ? -1 : common.depth());
            put(common == null ? 0 : share(selections.held(common), selections.mass[in.length]));
        }
    }
}
