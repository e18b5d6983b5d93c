package dev.colophon.extract.page;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A page as areas and blocks.
 *
 * @param areas block-level elements in document order, the outermost first
 * @param blocks their text in document order
 */
public record PageOutline(List<Area> areas, List<PageBlock> blocks) {
    public PageOutline {
        areas = List.copyOf(areas);
        blocks = List.copyOf(blocks);
    }

    /** Divides what lies inside {@code root}, without what is not shown. */
    public static PageOutline of(Element root) {
        return Segmenter.divide(root, Segmenter.Scope.SHOWN);
    }

    /**
     * Divides what lies inside {@code root}, with what scripts or styles may show: {@link Area#hidden} tells it apart.
     * Labels for screen readers and short hidden parts of a line are left out here too.
     */
    public static PageOutline withHidden(Element root) {
        return Segmenter.divide(root, Segmenter.Scope.ALL);
    }

    /** Sum of the blocks' weights. */
    public int weight() {
        return blocks.stream().mapToInt(PageBlock::weight).sum();
    }
}
