package dev.colophon.extract.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Divides a page into areas and blocks in one walk without recursion. Text is cut where a block-level element begins or
 * ends and at two line breaks in a row; formatting elements never cut it and add no space.
 */
final class Segmenter implements NodeFilter {
    /** What of a page is read. */
    enum Scope {
        SHOWN,
        ALL
    }

    /** Elements that format text inside a line; whatever is not named here begins a block. */
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "data", "del", "dfn", "em",
            "font", "i", "ins", "kbd", "label", "mark", "nobr", "o:p", "output", "q", "rb", "ruby", "s", "samp",
            "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture",
            "source");

    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "template",
            "iframe",
            "svg",
            "textarea",
            "select",
            "head",
            "object",
            "canvas",
            "math",
            "button",
            "audio",
            "video",
            "datalist",
            "embed",
            "map",
            "rp",
            "rt",
            "frameset",
            "input",
            "img",
            "source");

    private static final Map<String, Trait> BY_TAG = Map.of(
            "nav", Trait.NAVIGATION,
            "menu", Trait.NAVIGATION,
            "footer", Trait.FOOTER,
            "aside", Trait.SIDEBAR,
            "form", Trait.PROMOTION,
            "dialog", Trait.OVERLAY,
            "figcaption", Trait.CAPTION,
            "figure", Trait.CAPTION,
            "address", Trait.BYLINE);

    private final Scope scope;
    private final List<Area> areas = new ArrayList<>();
    private final List<PageBlock> blocks = new ArrayList<>();
    private final Deque<Area> open = new ArrayDeque<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final BlockText text = new BlockText();
    private int links;
    private int preformatted;

    private Segmenter(Scope scope) {
        this.scope = scope;
    }

    static PageOutline divide(Element root, Scope scope) {
        Segmenter segmenter = new Segmenter(scope);
        root.filter(segmenter);
        return new PageOutline(segmenter.areas, segmenter.blocks);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText(), links > 0, preformatted > 0);
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        String tag = element.normalName();
        if (tag.equals("br")) {
            if (text.lineBreak()) {
                flush();
            }
            return FilterResult.SKIP_ENTIRELY;
        }
        if (skipped(element, tag)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        enter(element, tag);
        return FilterResult.CONTINUE;
    }

    private boolean skipped(Element element, String tag) {
        if (SKIPPED.contains(tag) || (scope == Scope.SHOWN && tag.equals("noscript"))) {
            return true;
        }
        if (scope == Scope.ALL || element.attributesSize() == 0) {
            return false;
        }
        return hidden(element) || (INLINE.contains(tag) && Trait.HIDDEN.in(traits(element.className())));
    }

    private static boolean hidden(Element element) {
        if (element.hasAttr("hidden") && !element.attr("hidden").equals("until-found")) {
            return true;
        }
        String style = element.attr("style");
        if (style.isEmpty() || style.length() > 2_000) {
            return false;
        }
        String flat = style.toLowerCase(Locale.ROOT).replace(" ", "");
        return flat.contains("display:none") || flat.contains("visibility:hidden");
    }

    private void enter(Element element, String tag) {
        if (INLINE.contains(tag)) {
            links += tag.equals("a") ? 1 : 0;
            return;
        }
        flush();
        preformatted += tag.equals("pre") ? 1 : 0;
        Area area = new Area(element, open.peek(), traitsOf(element, tag), blocks.size());
        areas.add(area);
        open.push(area);
    }

    @Override
    public FilterResult tail(@Nullable Node node, int depth) {
        if (node instanceof Element element) {
            String tag = element.normalName();
            if (INLINE.contains(tag)) {
                links -= tag.equals("a") ? 1 : 0;
            } else {
                flush();
                preformatted -= tag.equals("pre") ? 1 : 0;
                open.pop().close(blocks.size());
            }
        }
        return FilterResult.CONTINUE;
    }

    private void flush() {
        Area area = open.peek();
        PageBlock block = area == null ? null : text.take(blocks.size(), area);
        if (block != null) {
            blocks.add(block);
        }
    }

    private int traitsOf(Element element, String tag) {
        Trait byTag = BY_TAG.get(tag);
        int traits = byTag == null ? 0 : byTag.bit();
        if (element.attributesSize() == 0) {
            return traits;
        }
        traits |= traits(element.className()) | traits(element.id()) | traits(element.attr("role"));
        String property = element.attr("itemprop");
        return property.isEmpty() ? traits : traits | traits(property);
    }

    private int traits(String names) {
        return names.isEmpty() || names.length() > 1_000 ? 0 : known.computeIfAbsent(names, TraitWords::of);
    }
}
