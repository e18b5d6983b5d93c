package dev.colophon.extract.page;

import dev.colophon.model.BlockKind;
import dev.colophon.model.LineClassifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of every block of one page what it is, given the area that holds the main text. */
final class BlockSorter {
    private static final int LONGEST_LABEL = 120;
    private static final double SAME_TITLE = 0.85;
    private static final int TEXT = 0;
    private static final int NOTHING = 7;

    private final PageOutline page;
    private final Area container;
    private final Furniture whole;
    private final Furniture furniture;
    private List<FoldedText> titles = List.of();
    private @Nullable PageBlock headline;
    private final LineClassifier lines;
    private final BlockKind[] kinds;
    private final int[] weights;
    private final int[] linkWeights;

    BlockSorter(PageOutline page, Area container, Furniture whole, LineClassifier lines) {
        this.page = page;
        this.container = container;
        this.whole = whole;
        this.furniture = whole.below(container);
        this.lines = lines;
        this.kinds = new BlockKind[page.blocks().size()];
        this.weights = Sums.of(page.blocks(), PageBlock::weight);
        this.linkWeights = Sums.of(page.blocks(), PageBlock::linkWeight);
    }

    /** Says what the page is called. */
    BlockSorter named(@Nullable PageBlock heading, List<FoldedText> names) {
        headline = heading;
        titles = names;
        return this;
    }

    BlockKind[] kinds() {
        Arrays.fill(kinds, BlockKind.FURNITURE);
        for (PageBlock block : inside()) {
            kinds[block.index()] = alone(block);
        }
        dropRepeats();
        dropAboveHeadline();
        if (inside().stream().anyMatch(block -> body(block) && block.prose())) {
            trimTop();
            trimBottom();
        }
        dropIdleHeadings();
        addLead();
        return kinds;
    }

    private List<PageBlock> inside() {
        return page.blocks().subList(container.first(), container.end());
    }

    private BlockKind alone(PageBlock block) {
        BlockKind marked = marked(block);
        if (marked != null) {
            return marked;
        }
        if (isTitle(block)) {
            return BlockKind.TITLE;
        }
        if (block.weight() == 0) {
            return BlockKind.FURNITURE;
        }
        if (isLabel(block)) {
            if (lines.isBylineLine(block.text())) {
                return BlockKind.BYLINE;
            }
            if (lines.isDateLine(block.text())) {
                return BlockKind.DATE;
            }
        }
        return block.phrase() || linked(block) ? BlockKind.RELATED : BlockKind.BODY;
    }

    /** Whether it is as short as a byline or a date, and no heading. */
    static boolean isLabel(PageBlock block) {
        return block.weight() < LONGEST_LABEL && block.headingLevel() == 0;
    }

    private @Nullable BlockKind marked(PageBlock block) {
        if (!furniture.any(block)) {
            return null;
        }
        if (furniture.has(block, Trait.COMMENT)) {
            return BlockKind.COMMENT;
        }
        if (furniture.has(block, Trait.CAPTION)) {
            return tableInFigure(block) ? null : BlockKind.CAPTION;
        }
        if (furniture.has(block, Trait.BYLINE)) {
            return block.weight() > 300 ? null : BlockKind.BYLINE;
        }
        return furniture.has(block, Trait.RELATED) ? BlockKind.RELATED : BlockKind.FURNITURE;
    }

    /** Figures also hold tables, code and quotes, and those are text. */
    private static boolean tableInFigure(PageBlock block) {
        if (block.area().closest("figcaption") != null || block.area().closest("figure") == null) {
            return false;
        }
        return block.area().closest("table") != null
                || block.area().closest("pre") != null
                || block.area().closest("blockquote") != null;
    }

    private boolean isTitle(PageBlock block) {
        if (headline != null && block.index() == headline.index()) {
            return true;
        }
        if (block.headingLevel() == 1 || (block.headingLevel() == 2 && block.index() < container.first() + 5)) {
            FoldedText own = FoldedText.of(block.text());
            return titles.stream().anyMatch(title -> title.similarity(own) > SAME_TITLE);
        }
        return false;
    }

    /** Whether the block, or the list that it belongs to, is links. */
    private boolean linked(PageBlock block) {
        Area item = block.area().closest("li");
        if (item != null && item.within(container) && item != container) {
            Area list = item.parent();
            if (list != null && list.within(container) && list != container && density(list) > 0.5) {
                return true;
            }
        }
        return block.linkDensity() > 0.7;
    }

    private double density(Area area) {
        return (double) Sums.over(linkWeights, area) / Math.max(1, Sums.over(weights, area));
    }

    private void dropRepeats() {
        Set<String> seen = new HashSet<>();
        for (PageBlock block : inside()) {
            if (body(block) && block.weight() >= 40 && !seen.add(block.text())) {
                kinds[block.index()] = BlockKind.FURNITURE;
            }
        }
    }

    /** What stands above the headline is no text, unless it is much. */
    private void dropAboveHeadline() {
        if (headline == null || !container.holds(headline)) {
            return;
        }
        int above = bodyWeight(container.first(), headline.index());
        int below = bodyWeight(headline.index() + 1, container.end());
        if (above < below) {
            for (PageBlock block : page.blocks().subList(container.first(), headline.index())) {
                kinds[block.index()] = body(block) ? BlockKind.FURNITURE : kinds[block.index()];
            }
        }
    }

    private int bodyWeight(int from, int to) {
        return page.blocks().subList(from, to).stream()
                .filter(this::body)
                .mapToInt(PageBlock::weight)
                .sum();
    }

    private boolean body(PageBlock block) {
        return kinds[block.index()] == BlockKind.BODY;
    }

    /** Labels above the first running text: rubric, place, reading time. */
    private void trimTop() {
        for (PageBlock block : inside()) {
            if (body(block)) {
                if (block.prose() || block.structured()) {
                    return;
                }
                if (block.headingLevel() == 0) {
                    kinds[block.index()] = BlockKind.FURNITURE;
                }
            }
        }
    }

    /** Labels below the last running text. */
    private void trimBottom() {
        List<PageBlock> inside = inside();
        for (int i = inside.size() - 1; i >= 0; i--) {
            PageBlock block = inside.get(i);
            if (body(block)) {
                if (block.prose() || block.structured()) {
                    return;
                }
                kinds[block.index()] = BlockKind.FURNITURE;
            }
        }
    }

    /** A heading without text before the next heading of its rank. */
    private void dropIdleHeadings() {
        int below = NOTHING;
        List<PageBlock> inside = inside();
        for (int i = inside.size() - 1; i >= 0; i--) {
            PageBlock block = inside.get(i);
            if (body(block)) {
                int level = block.headingLevel();
                if (level > 0 && below != TEXT && (below == NOTHING || below <= level)) {
                    kinds[block.index()] = BlockKind.FURNITURE;
                } else {
                    below = level;
                }
            }
        }
    }

    /** The summary often stands between the headline and the container. */
    private void addLead() {
        int title = -1;
        for (int i = container.first() - 1; i >= 0 && title < 0 && container.first() - i < 40; i--) {
            if (page.blocks().get(i).headingLevel() == 1) {
                title = i;
            }
        }
        if (title < 0) {
            return;
        }
        for (PageBlock block : page.blocks().subList(title + 1, container.first())) {
            boolean lead = block.weight() >= 60 && block.linkDensity() < 0.2 && !whole.any(block);
            if (lead && alone(block) == BlockKind.BODY) {
                kinds[block.index()] = BlockKind.BODY;
            }
        }
    }
}
