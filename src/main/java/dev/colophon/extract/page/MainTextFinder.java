package dev.colophon.extract.page;

import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import dev.colophon.model.LineClassifier;
import java.util.ArrayList;
import java.util.List;

/** Chooses the main text of a page: the container first, then block by block. Thread-safe. */
public final class MainTextFinder {
    private final LineClassifier lines;

    /** The classifier knows bylines and dates. */
    public MainTextFinder(LineClassifier lines) {
        this.lines = lines;
    }

    /**
     * The main text.
     *
     * @param page the page's blocks
     * @param titles what the page may be called, for finding where its text begins; may be empty
     */
    public MainText find(PageOutline page, List<String> titles) {
        if (page.blocks().isEmpty()) {
            return new MainText(null, List.of());
        }
        Area root = page.areas().get(0);
        Area container = new ContainerFinder(page, Furniture.below(page, root)).find();
        BlockKind[] kinds = new BlockSorter(page, container == null ? root : container, titles, lines).kinds();
        return new MainText(container == null ? null : container.element(), blocks(page, kinds));
    }

    private static List<Block> blocks(PageOutline page, BlockKind[] kinds) {
        List<Block> out = new ArrayList<>();
        for (PageBlock block : page.blocks()) {
            out.add(new Block(kinds[block.index()], block.text()));
        }
        return TableRows.join(page, kinds, out);
    }
}
