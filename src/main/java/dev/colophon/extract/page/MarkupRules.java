package dev.colophon.extract.page;

import dev.colophon.model.BlockKind;
import dev.colophon.model.LineClassifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a page's text from the rest by rules alone: the container first, then block by block. The block model takes their word
 * as one measure among others, and it names the kinds of what the model leaves out. Thread-safe.
 */
final class MarkupRules {
    private static final int SURE =
            Trait.COMMENT.bit() | Trait.NAVIGATION.bit() | Trait.FOOTER.bit() | Trait.OVERLAY.bit();
    /** What of the markup is believed, ever less of it while the text that it leaves is meagre. */
    private static final int[] BELIEVED = {Trait.ANY_FURNITURE, SURE | Trait.RELATED.bit(), SURE, Trait.COMMENT.bit(), 0
    };

    private static final int MEAGRE = 200;
    private static final double MEAGRE_SHARE = 0.3;
    /** What a page that calls itself an article may put up for discussion. */
    private static final int DISCUSSED = 60;

    private final LineClassifier lines;

    /** The classifier knows bylines and dates. */
    MarkupRules(LineClassifier lines) {
        this.lines = lines;
    }

    /**
     * What the rules make of a page.
     *
     * @param container the area that they think holds the text
     * @param kinds a kind for each block
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere, written to by nobody
    record Judgement(Area container, BlockKind[] kinds) {}

    /**
     * Judges every block.
     *
     * @param page the page's blocks, at least one
     * @param hints what its head says; the text does not begin with what the page is called
     */
    Judgement judge(PageOutline page, PageHints hints) {
        List<FoldedText> titles = hints.titles().stream().map(FoldedText::of).toList();
        Choice choice =
                chooseAll(page, hints.headline(), titles, PageType.isArticle(hints.types()) ? DISCUSSED : MEAGRE);
        return new Judgement(choice.container(), choice.kinds());
    }

    /** Whether a block, wherever it stands, is a date and nothing else. */
    boolean isDate(PageBlock block) {
        return BlockSorter.isLabel(block) && lines.isDateLine(block.text());
    }

    /** @param least weight of a text from which on what is marked as comments is none of it */
    private Choice chooseAll(PageOutline page, @Nullable PageBlock headline, List<FoldedText> titles, int least) {
        Choice best = choose(page, headline, titles, BELIEVED[0]);
        int prose = page.blocks().stream()
                .filter(PageBlock::prose)
                .mapToInt(PageBlock::weight)
                .sum();
        for (int i = 1; i < BELIEVED.length && best.weight() < MEAGRE_SHARE * prose; i++) {
            Choice other = choose(page, headline, titles, BELIEVED[i]);
            boolean comments = !Trait.COMMENT.in(BELIEVED[i]);
            if (other.weight() > 2.5 * best.weight() + MEAGRE && (!comments || best.weight() < least)) {
                best = other;
            }
        }
        return best;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared nowhere, written to by nobody
    private record Choice(Area container, BlockKind[] kinds, int weight) {}

    private Choice choose(PageOutline page, @Nullable PageBlock headline, List<FoldedText> titles, int believed) {
        Area root = page.areas().get(0);
        Furniture whole = Furniture.below(page, root, believed);
        Area container = new ContainerFinder(page, whole, headline).find();
        Area chosen = container == null ? root : container;
        BlockKind[] kinds = new BlockSorter(page, chosen, whole, lines)
                .named(headline, titles)
                .kinds();
        int weight = page.blocks().stream()
                .filter(block -> kinds[block.index()] == BlockKind.BODY)
                .mapToInt(PageBlock::weight)
                .sum();
        return new Choice(chosen, kinds, weight);
    }
}
