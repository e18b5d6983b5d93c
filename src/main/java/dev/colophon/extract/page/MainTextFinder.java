package dev.colophon.extract.page;

import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import dev.colophon.model.LineClassifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the main text of a page: the container first, then block by block. Thread-safe. */
public final class MainTextFinder {
    private static final int SURE =
            Trait.COMMENT.bit() | Trait.NAVIGATION.bit() | Trait.FOOTER.bit() | Trait.OVERLAY.bit();
    /** What of the markup is believed, ever less of it while the text that it leaves is meagre. */
    private static final int[] BELIEVED = {Trait.ANY_FURNITURE, SURE | Trait.RELATED.bit(), SURE, Trait.COMMENT.bit(), 0
    };

    private static final int MEAGRE = 200;
    private static final double MEAGRE_SHARE = 0.3;

    private final LineClassifier lines;

    /** The classifier knows bylines and dates. */
    public MainTextFinder(LineClassifier lines) {
        this.lines = lines;
    }

    /**
     * The main text.
     *
     * @param page the page's blocks
     * @param headline the heading that shows the title; null where none does
     * @param titles what the page may be called, so that the text does not begin with it; may be empty
     */
    public MainText find(PageOutline page, @Nullable PageBlock headline, List<String> titles) {
        if (page.blocks().isEmpty()) {
            return new MainText(null, List.of());
        }
        Choice best = choose(page, headline, titles, BELIEVED[0]);
        int prose = page.blocks().stream()
                .filter(PageBlock::prose)
                .mapToInt(PageBlock::weight)
                .sum();
        for (int i = 1; i < BELIEVED.length && best.weight() < MEAGRE_SHARE * prose; i++) {
            Choice other = choose(page, headline, titles, BELIEVED[i]);
            boolean comments = !Trait.COMMENT.in(BELIEVED[i]);
            if (other.weight() > 2.5 * best.weight() + MEAGRE && (!comments || best.weight() < MEAGRE)) {
                best = other;
            }
        }
        return new MainText(best.container().element(), blocks(page, best.kinds()));
    }

    @SuppressWarnings("ArrayRecordComponent") // compared nowhere, written to by nobody
    private record Choice(Area container, BlockKind[] kinds, int weight) {}

    private Choice choose(PageOutline page, @Nullable PageBlock headline, List<String> titles, int believed) {
        Area root = page.areas().get(0);
        Area container = new ContainerFinder(page, Furniture.below(page, root, believed), headline).find();
        Area chosen = container == null ? root : container;
        BlockKind[] kinds = new BlockSorter(page, chosen, believed, lines)
                .named(headline, titles)
                .kinds();
        int weight = page.blocks().stream()
                .filter(block -> kinds[block.index()] == BlockKind.BODY)
                .mapToInt(PageBlock::weight)
                .sum();
        return new Choice(chosen, kinds, weight);
    }

    private static List<Block> blocks(PageOutline page, BlockKind[] kinds) {
        List<Block> out = new ArrayList<>();
        for (PageBlock block : page.blocks()) {
            out.add(new Block(kinds[block.index()], block.text()));
        }
        return TableRows.join(page, kinds, out);
    }
}
