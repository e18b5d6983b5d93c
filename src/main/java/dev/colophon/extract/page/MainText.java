package dev.colophon.extract.page;

import dev.colophon.model.Block;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The main text of a page.
 *
 * @param element the element that holds it; null where nothing was found
 * @param blocks every block of the page that is of interest, in reading order, labelled by kind
 */
public record MainText(@Nullable Element element, List<Block> blocks) {
    public MainText {
        blocks = List.copyOf(blocks);
    }
}
