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
    /** Levels above a block that are looked at. */
    static final int ABOVE = 5;

    private static final int LEVELS = 3;
    /** Longer blocks repeat neither a title nor a description. */
    static final int MOST_WORDS = 80;

    private static final int TRAITS = Trait.measured().size();
    private static final int MEASURED = (1 << TRAITS) - 1;
    private static final long MIX = 0x100000001b3L;
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
    private static final int ARTICLE = 1 << TAGS.indexOf("article");
    private static final Map<String, Integer> TAG_BITS = new HashMap<>();

    static {
        TAGS.forEach(tag -> TAG_BITS.put(tag, 1 << TAGS.indexOf(tag)));
    }

    final PageOutline page;
    final PageHints hints;
    private final PageBlock[] blocks;
    private final Area[] above;
    final List<Area> areas;
    final int[] weights;
    final int[] linkWeights;
    final int[] proseWeights;
    final int[] commas;
    final TextShape[] shapes;
    final int[] headings;
    /** Blocks since the last heading, at most {@link #FAR}. */
    final int[] sinceHeading;

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
    final AnnouncedParts announced;
    final float teaserShare;
    final float[] traitShares;
    final float[] traitProse;
    private final byte[] traitDistances;
    private final int[] tagMasks;
    private final long[][] lines;
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
        this.blocks = page.blocks().toArray(PageBlock[]::new);
        this.areas = page.areas();
        this.above = above();
        int n = blocks.length;
        this.headings = new int[n];
        this.shapes = new TextShape[n];
        for (int i = 0; i < n; i++) {
            headings[i] = blocks[i].headingLevel();
            shapes[i] = new TextShape(blocks[i].text());
        }
        this.sinceHeading = sinceHeading();
        this.weights = Sums.of(page.blocks(), PageBlock::weight);
        this.linkWeights = Sums.of(page.blocks(), PageBlock::linkWeight);
        this.proseWeights = Sums.of(page.blocks(), block -> block.prose() ? block.weight() : 0);
        this.commas = Sums.of(page.blocks(), PageBlock::commas);
        this.headingsBefore = Sums.of(page.blocks(), block -> headings[block.index()] > 0 ? 1 : 0);
        this.headline = hints.headline() == null ? -1 : hints.headline().index();
        this.announced = AnnouncedParts.of(page, hints.headline());
        this.teaserShare = announced.teaserShare(page);
        this.bestArea = bestArea();
        int[] prose = proseRun();
        this.firstProse = prose[0];
        this.lastProse = prose[1];
        this.traitDistances = new byte[areas.size() * TRAITS];
        int[] hidden = Sums.of(page.blocks(), block -> block.hidden() ? block.weight() : 0);
        int[] hiddenText = Sums.of(page.blocks(), block -> block.hidden() && block.prose() ? block.weight() : 0);
        this.hiddenShare = hidden[n] / (float) Math.max(1, weights[n]);
        this.hiddenProse = hiddenText[n] / (float) Math.max(1, proseWeights[n]);
        int[] traits = traitsAround();
        this.traitShares = shares(weights, traits);
        this.traitProse = shares(proseWeights, traits);
        this.tagMasks = new int[areas.size()];
        this.articles = new int[areas.size()];
        readTags();
        this.groups = new int[n];
        this.allGroups = group();
        this.titleOverlap = new float[n];
        this.descriptionOverlap = new float[n];
        this.lines = new long[n][];
        overlap();
        this.repeats = repeats();
    }

    /** Words of the block; in scripts without spaces every letter counts as one. */
    int words(int i) {
        return blocks[i].measures().words();
    }

    int size() {
        return blocks.length;
    }

    PageBlock block(int i) {
        return blocks[i];
    }

    Area area(int i) {
        return blocks[i].area();
    }

    boolean prose(int i) {
        return blocks[i].prose();
    }

    private int[] sinceHeading() {
        int[] since = new int[headings.length];
        int last = FAR;
        for (int i = 0; i < since.length; i++) {
            last = headings[i] > 0 ? 0 : Math.min(FAR, last + 1);
            since[i] = last;
        }
        return since;
    }

    /** The area that many levels above the block's own, or the outermost; up to {@link #ABOVE} levels. */
    Area above(int i, int levels) {
        return above[levels * blocks.length + i];
    }

    private Area[] above() {
        Area[] above = new Area[(ABOVE + 1) * blocks.length];
        for (int i = 0; i < above.length; i++) {
            Area below = i < blocks.length ? area(i) : above[i - blocks.length];
            Area parent = i < blocks.length ? null : below.parent();
            above[i] = parent == null ? below : parent;
        }
        return above;
    }

    private int bestArea() {
        float[] scores = new float[areas.size()];
        for (int i = 0; i < blocks.length; i++) {
            if (prose(i)) {
                float score = blocks[i].weight() + 50 * blocks[i].commas();
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

    /** Fills in how far each trait is from each area, and for each area the bits of the traits that are near enough. */
    private int[] traitsAround() {
        int[] around = new int[areas.size()];
        Arrays.fill(traitDistances, (byte) FAR);
        for (Area area : areas) {
            int index = area.index();
            int above = area.parent() == null ? index : area.parent().index();
            for (int left = (around[above] | area.traits()) & MEASURED; left != 0; left &= left - 1) {
                int trait = Integer.numberOfTrailingZeros(left);
                boolean own = (area.traits() & 1 << trait) != 0;
                int distance = own ? 0 : traitDistances[above * TRAITS + trait] + 1;
                traitDistances[index * TRAITS + trait] = (byte) distance;
                around[index] |= distance < FAR ? 1 << trait : 0;
            }
        }
        return around;
    }

    /** For each trait the part of the page's sum that lies in areas that carry it. */
    private float[] shares(int[] sums, int[] traitsAround) {
        float[] shares = new float[TRAITS];
        for (int i = 0; i < blocks.length; i++) {
            for (int left = traitsAround[area(i).index()]; left != 0; left &= left - 1) {
                shares[Integer.numberOfTrailingZeros(left)] += sums[i + 1] - sums[i];
            }
        }
        for (int t = 0; t < TRAITS; t++) {
            shares[t] /= Math.max(1, sums[blocks.length]);
        }
        return shares;
    }

    /** Areas between the block and the nearest that carries the trait; {@link #FAR} where none does. */
    int distance(int i, int trait) {
        return traitDistances[area(i).index() * TRAITS + trait];
    }

    private void readTags() {
        for (Area area : areas) {
            int index = area.index();
            int own = TAG_BITS.getOrDefault(area.tag(), 0);
            int above = area.parent() == null ? 0 : tagMasks[area.parent().index()];
            int article = area.parent() == null ? -1 : articles[area.parent().index()];
            tagMasks[index] = own | above;
            articles[index] = own == ARTICLE ? index : article;
        }
    }

    static List<String> tags() {
        return TAGS;
    }

    boolean inside(int i, int tag) {
        return (tagMasks[area(i).index()] & 1 << tag) != 0;
    }

    /** Index of the nearest article element around the block; -1 where there is none. */
    int article(int i) {
        return articles[area(i).index()];
    }

    private Group[] group() {
        long[] own = new long[areas.size()];
        for (Area area : areas) {
            own[area.index()] = nameKey(area);
        }
        int[] byArea = new int[areas.size()];
        Map<Long, Integer> known = new HashMap<>();
        Group[] found = new Group[blocks.length];
        for (int i = 0; i < found.length; i++) {
            int area = area(i).index();
            if (byArea[area] == 0) {
                byArea[area] = 1 + known.computeIfAbsent(groupKey(area(i), own), unknown -> known.size());
            }
            int group = byArea[area] - 1;
            groups[i] = group;
            if (found[group] == null) {
                found[group] = new Group();
            }
            add(found[group], i);
        }
        return found;
    }

    private static long groupKey(Area area, long[] names) {
        long key = 17;
        Area at = area;
        for (int k = 0; k < LEVELS && at != null; k++) {
            key = key * MIX + names[at.index()];
            at = at.parent();
        }
        return key;
    }

    private void add(Group group, int i) {
        PageBlock block = blocks[i];
        group.blocks++;
        group.weight += block.weight();
        group.linkWeight += block.linkWeight();
        group.prose += prose(i) ? block.weight() : 0;
        group.first = Math.min(group.first, i);
        group.last = i;
    }

    private static long nameKey(Area area) {
        return AreaNames.kind(area.tag()) * MIX ^ area.names().kind();
    }

    Group group(int i) {
        return allGroups[groups[i]];
    }

    private void overlap() {
        WordSet title = new WordSet(WordHashes.of(String.join(" ", hints.titles())));
        WordSet description = new WordSet(WordHashes.of(hints.description() == null ? "" : hints.description()));
        for (int i = 0; i < titleOverlap.length; i++) {
            if (words(i) <= MOST_WORDS) {
                lines[i] = WordHashes.of(blocks[i].text());
                titleOverlap[i] = title.share(lines[i]);
                descriptionOverlap[i] = description.share(lines[i]);
            }
        }
    }

    /** Hashes of the block's words; it has {@link #MOST_WORDS} at most. */
    long[] wordsOf(int i) {
        return lines[i];
    }

    private int[] repeats() {
        Map<String, Integer> firsts = new HashMap<>();
        int[] first = new int[blocks.length];
        int[] counts = new int[first.length];
        for (int i = 0; i < first.length; i++) {
            Integer before = firsts.putIfAbsent(blocks[i].text(), i);
            first[i] = before == null ? i : before;
            counts[first[i]]++;
        }
        int[] repeats = new int[first.length];
        Arrays.setAll(repeats, i -> counts[first[i]]);
        return repeats;
    }
}
