package dev.colophon.extract.page;

import dev.colophon.model.BlockKind;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;

/** Pages of which the model takes paragraphs of prose for text and nothing else. */
@NullMarked
final class ProsePages {
    private ProsePages() {}

    /** What the model makes of each block. */
    static BlockKind[] kinds(PageOutline page) {
        BlockKind[] kinds = new BlockKind[page.blocks().size()];
        Arrays.fill(kinds, BlockKind.FURNITURE);
        for (PageBlock block : page.blocks()) {
            if (block.prose()) {
                kinds[block.index()] = BlockKind.BODY;
            }
        }
        return kinds;
    }
}
