package dev.colophon.extract.page;

import dev.colophon.model.BlockKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of one page is measured once and looked up for each of its blocks. Not thread-safe. */
final class PageMeasures {
    static final int FAR = 30;
    private static final int LEVELS = 3;
    private static final Trait[] TRAITS = Trait.values();
    private static final List<String> TAGS = List.of(
            "article",
            "main",
            "nav",
            "header",
            "footer",
            "aside",
            "form",
            "ul",
            "ol",
            "table",
            "figure",
            "blockquote",
            "section",
            "figcaption",
            "pre",
            "dl",
            "address",
            "li",
            "p",
            "tr");

    final PageOutline page;
    final PageHints hints;
    final List<PageBlock> blocks;
    final List<Area> areas;
    final int[] weights;
    final int[] linkWeights;
    final int[] proseWeights;
    final int[] commas;
    final TextShape[] shapes;
    final int[] headings;
    final int headline;
    final int bestArea;
    final int firstProse;
    final int lastProse;
    final int[] headingsBefore;
    final int[] groups;
    final Group[] allGroups;
    final float[] titleOverlap;
    final float[] descriptionOverlap;
    final int[] repeats;
    final PageAddress address;
    final SiteShares site;
    final BlockKind[] rules;
    final float hiddenShare;
    final float hiddenProse;
    final float[] traitShares;
    final float[] traitProse;
    private final byte[] traitDistances;
    private final int[] tagMasks;
    private final int[] articles;

    /** Blocks that hang on the same kind of element. */
    static final class Group {
        int blocks;
        int weight;
        int linkWeight;
        int prose;
        int first = Integer.MAX_VALUE;
        int last;
    }

    PageMeasures(PageOutline page, PageHints hints, BlockKind[] rules, @Nullable SiteProfile site) {
        this.site = new SiteShares(page, site);
        this.rules = rules;
        this.address = PageAddress.of(hints.address());
        this.page = page;
        this.hints = hints;
        this.blocks = page.blocks();
        this.areas = page.areas();
        int n = blocks.size();
        this.headings = new int[n];
        this.shapes = new TextShape[n];
        for (int i = 0; i < n; i++) {
            headings[i] = blocks.get(i).headingLevel();
            shapes[i] = new TextShape(blocks.get(i).text());
        }
        this.weights = Sums.of(blocks, PageBlock::weight);
        this.linkWeights = Sums.of(blocks, PageBlock::linkWeight);
        this.proseWeights = Sums.of(blocks, block -> prose(block.index()) ? block.weight() : 0);
        this.commas = Sums.of(blocks, PageBlock::commas);
        this.headingsBefore = Sums.of(blocks, block -> headings[block.index()] > 0 ? 1 : 0);
        this.headline = hints.headline() == null ? -1 : hints.headline().index();
        this.bestArea = bestArea();
        int[] prose = proseRun();
        this.firstProse = prose[0];
        this.lastProse = prose[1];
        this.traitDistances = traitDistances();
        int[] hidden = Sums.of(blocks, block -> block.hidden() ? block.weight() : 0);
        int[] hiddenText = Sums.of(blocks, block -> block.hidden() && prose(block.index()) ? block.weight() : 0);
        this.hiddenShare = hidden[n] / (float) Math.max(1, weights[n]);
        this.hiddenProse = hiddenText[n] / (float) Math.max(1, proseWeights[n]);
        this.traitShares = shares(weights);
        this.traitProse = shares(proseWeights);
        this.tagMasks = tagMasks();
        this.articles = articles();
        this.groups = new int[n];
        this.allGroups = group();
        long[] title = sorted(String.join(" ", hints.titles()));
        long[] description = hints.description() == null ? new long[0] : sorted(hints.description());
        this.titleOverlap = overlap(title);
        this.descriptionOverlap = overlap(description);
        this.repeats = repeats();
    }

    /** Words of the block; in scripts without spaces every letter counts as one. */
    int words(int i) {
        return blocks.get(i).measures().words();
    }

    int size() {
        return blocks.size();
    }

    PageBlock block(int i) {
        return blocks.get(i);
    }

    Area area(int i) {
        return blocks.get(i).area();
    }

    boolean prose(int i) {
        PageBlock block = blocks.get(i);
        return block.linkDensity() < 0.5
                && headings[i] == 0
                && (block.weight() >= 80 || (block.weight() >= 30 && block.sentence()));
    }

    /** The area that many levels above the block's own, or the outermost. */
    Area above(int i, int levels) {
        Area at = area(i);
        for (int k = 0; k < levels && at.parent() != null; k++) {
            at = at.parent();
        }
        return at;
    }

    private int bestArea() {
        float[] scores = new float[areas.size()];
        for (int i = 0; i < blocks.size(); i++) {
            if (prose(i)) {
                float score = blocks.get(i).weight() + 50 * blocks.get(i).commas();
                Area at = area(i);
                for (int k = 0; k < 4 && at != null; k++) {
                    scores[at.index()] += score;
                    score *= k == 0 ? 0.9f : 0.5f;
                    at = at.parent();
                }
            }
        }
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    private int[] proseRun() {
        int[] run = {-1, -1};
        if (areas.isEmpty()) {
            return run;
        }
        Area best = areas.get(bestArea);
        for (int i = best.first(); i < best.end(); i++) {
            if (prose(i)) {
                run[0] = run[0] < 0 ? i : run[0];
                run[1] = i;
            }
        }
        return run;
    }

    private byte[] traitDistances() {
        int count = TRAITS.length;
        byte[] distances = new byte[areas.size() * count];
        for (Area area : areas) {
            int row = area.index() * count;
            Area parent = area.parent();
            for (int t = 0; t < count; t++) {
                int above = parent == null ? FAR : Math.min(FAR, distances[parent.index() * count + t] + 1);
                distances[row + t] = (byte) (TRAITS[t].in(area.traits()) ? 0 : above);
            }
        }
        return distances;
    }

    /** For each trait the part of the page's sum that lies in areas that carry it. */
    private float[] shares(int[] sums) {
        float[] shares = new float[TRAITS.length];
        for (int i = 0; i < blocks.size(); i++) {
            for (int t = 0; t < TRAITS.length; t++) {
                shares[t] += distance(i, t) < FAR ? sums[i + 1] - sums[i] : 0;
            }
        }
        for (int t = 0; t < TRAITS.length; t++) {
            shares[t] /= Math.max(1, sums[blocks.size()]);
        }
        return shares;
    }

    /** Areas between the block and the nearest that carries the trait; {@link #FAR} where none does. */
    int distance(int i, int trait) {
        return traitDistances[area(i).index() * TRAITS.length + trait];
    }

    private int[] tagMasks() {
        int[] masks = new int[areas.size()];
        for (Area area : areas) {
            int tag = TAGS.indexOf(area.tag());
            int own = tag < 0 ? 0 : 1 << tag;
            masks[area.index()] =
                    own | (area.parent() == null ? 0 : masks[area.parent().index()]);
        }
        return masks;
    }

    static List<String> tags() {
        return TAGS;
    }

    boolean inside(int i, int tag) {
        return (tagMasks[area(i).index()] & 1 << tag) != 0;
    }

    private int[] articles() {
        int[] articles = new int[areas.size()];
        for (Area area : areas) {
            int above = area.parent() == null ? -1 : articles[area.parent().index()];
            articles[area.index()] = area.tag().equals("article") ? area.index() : above;
        }
        return articles;
    }

    /** Index of the nearest article element around the block; -1 where there is none. */
    int article(int i) {
        return articles[area(i).index()];
    }

    private Group[] group() {
        long[] own = new long[areas.size()];
        Map<String, Long> names = new HashMap<>();
        for (Area area : areas) {
            String classes = area.element().className();
            own[area.index()] = names.computeIfAbsent(area.tag() + "." + classes, PageMeasures::nameKey);
        }
        Map<Long, Integer> known = new HashMap<>();
        Group[] found = new Group[blocks.size()];
        for (int i = 0; i < blocks.size(); i++) {
            long key = 17;
            Area at = area(i);
            for (int k = 0; k < LEVELS && at != null; k++) {
                key = key * 0x100000001b3L + own[at.index()];
                at = at.parent();
            }
            int group = known.computeIfAbsent(key, unknown -> known.size());
            groups[i] = group;
            if (found[group] == null) {
                found[group] = new Group();
            }
            add(found[group], i);
        }
        return found;
    }

    private void add(Group group, int i) {
        PageBlock block = blocks.get(i);
        group.blocks++;
        group.weight += block.weight();
        group.linkWeight += block.linkWeight();
        group.prose += prose(i) ? block.weight() : 0;
        group.first = Math.min(group.first, i);
        group.last = i;
    }

    /** Digits tell one post of a page from the next, and not one kind from another. */
    private static long nameKey(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            if (unit < '0' || unit > '9') {
                hash = (hash ^ unit) * 0x100000001b3L;
            }
        }
        return hash;
    }

    Group group(int i) {
        return allGroups[groups[i]];
    }

    private static long[] sorted(String text) {
        long[] words = WordHashes.of(text);
        Arrays.sort(words);
        return words;
    }

    private float[] overlap(long[] sorted) {
        float[] shares = new float[blocks.size()];
        for (int i = 0; i < shares.length && sorted.length > 0; i++) {
            if (words(i) <= 80) {
                long[] words = WordHashes.of(blocks.get(i).text());
                int common = 0;
                for (long word : words) {
                    common += Arrays.binarySearch(sorted, word) >= 0 ? 1 : 0;
                }
                shares[i] = words.length == 0 ? 0 : (float) common / words.length;
            }
        }
        return shares;
    }

    private int[] repeats() {
        Map<String, Integer> counts = new HashMap<>();
        for (PageBlock block : blocks) {
            counts.merge(block.text(), 1, Integer::sum);
        }
        int[] repeats = new int[blocks.size()];
        for (int i = 0; i < repeats.length; i++) {
            repeats[i] = counts.getOrDefault(blocks.get(i).text(), 1);
        }
        return repeats;
    }
}
