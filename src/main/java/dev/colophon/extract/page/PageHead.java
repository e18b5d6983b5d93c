package dev.colophon.extract.page;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of itself in elements that show nothing, each list in document order.
 *
 * @param page the page
 * @param metas its meta tags, those that stand outside the head too
 * @param headMetas those inside the head
 * @param scripts its scripts
 * @param items types of what its microdata describes, as they are written
 */
public record PageHead(
        Document page, List<Element> metas, List<Element> headMetas, List<Element> scripts, Set<String> items) {
    public PageHead {
        metas = List.copyOf(metas);
        headMetas = List.copyOf(headMetas);
        scripts = List.copyOf(scripts);
        items = Set.copyOf(items);
    }

    /** The property of a meta tag, or its name where it has none. */
    public static String key(Element meta) {
        String property = meta.attr("property");
        return property.isEmpty() ? meta.attr("name") : property;
    }
}
