package dev.colophon.extract.page;

import dev.colophon.text.NormalForm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Divides a page into areas and blocks in one walk without recursion. Text is cut where a block-level element begins or
 * ends and at two line breaks in a row; formatting elements never cut it and add no space. What is preformatted stays one
 * block.
 */
final class Segmenter implements NodeFilter {
    /** What of a page is read. */
    enum Scope {
        SHOWN,
        ALL
    }

    /** A hidden part of a line with as many characters is text to be unfolded. */
    private static final int FOLDED = 100;

    /** A text that fades in is longer than a menu that does. */
    private static final int REVEALED = 600;

    private static final Set<String> FOLDING = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary");

    private static final int LABEL = Trait.HIDDEN.bit() | Trait.BESIDE.bit();
    private static final Attributes NO_ATTRIBUTES = new Attributes();
    private static final int LONGEST_STYLE = 2_000;
    /** In an element that HTML does not know and that stands amid a text. */
    private static final int FEW_NODES = 4;

    private final Scope scope;
    private final List<Area> areas = new ArrayList<>();
    private final List<PageBlock> blocks = new ArrayList<>();
    private final Deque<Area> open = new ArrayDeque<>();
    private final BlockText text = new BlockText();
    /** Roles of the elements from the root down to where the walk is. */
    private ElementRole[] path = new ElementRole[64];

    private int links;
    private int strong;
    private int formulas;
    private int preformatted;

    Segmenter(Scope scope) {
        this.scope = scope;
    }

    static PageOutline divide(Element root, Scope scope) {
        Segmenter segmenter = new Segmenter(scope);
        root.filter(segmenter);
        return segmenter.outline();
    }

    /** What was read. */
    PageOutline outline() {
        return new PageOutline(areas, blocks);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            compose(words);
            read(words);
            return FilterResult.CONTINUE;
        }
        return node instanceof Element element && begin(element, depth)
                ? FilterResult.CONTINUE
                : FilterResult.SKIP_ENTIRELY;
    }

    /** Brings a text of the page into NFC, so that nothing depends on how its letters were typed. */
    static void compose(TextNode words) {
        String written = words.getWholeText();
        String composed = NormalForm.NFC.of(written);
        if (!composed.equals(written)) {
            words.text(composed);
        }
    }

    void read(TextNode words) {
        text.append(words.getWholeText(), style());
    }

    /** Whether what lies inside is to be read, and {@link #end} to be told of its end. */
    boolean begin(Element element, int depth) {
        ElementRole role = role(element);
        if (role == ElementRole.LINE_BREAK) {
            lineBreak();
            return false;
        }
        if (!enter(element, role)) {
            return false;
        }
        if (depth >= path.length) {
            path = Arrays.copyOf(path, 2 * depth);
        }
        path[depth] = role;
        return true;
    }

    /** What a heading is folded by is its text: {@code <h2><button>How long is the warranty?</button></h2>}. */
    private ElementRole role(Element element) {
        ElementRole role = ElementRole.of(element.normalName());
        Area area = role == ElementRole.SKIPPED && element.nameIs("button") ? open.peek() : null;
        return area != null && FOLDING.contains(area.tag()) ? ElementRole.of("span") : role;
    }

    void end(Element element, int depth) {
        leave(element, path[depth]);
    }

    private int style() {
        return (links > 0 ? BlockText.LINK : 0)
                | (strong > 0 ? BlockText.STRONG : 0)
                | (preformatted > 0 ? BlockText.PREFORMATTED : 0);
    }

    private void lineBreak() {
        if (text.lineBreak() && preformatted == 0) {
            flush(true);
        }
    }

    /** Whether what lies inside is to be read. */
    private boolean enter(Element element, ElementRole role) {
        boolean inLine = inLine(element, role);
        if (role == ElementRole.SKIPPED || (role == ElementRole.NOSCRIPT && !element.hasText())) {
            return false;
        }
        int count = element.attributesSize();
        Attributes attributes = count == 0 ? NO_ATTRIBUTES : element.attributes();
        // Most elements that have any attribute have a class alone: nothing else needs to be looked for.
        boolean onlyClass = count == 0 || (count == 1 && attributes.hasKey("class"));
        if (foreignTemplate(attributes, role) || (inLine && label(attributes))) {
            return false;
        }
        if (!onlyClass && repeatsFormula(element, attributes)) {
            return false;
        }
        boolean hidden = !isHidden()
                && (role == ElementRole.NOSCRIPT
                        || (!onlyClass
                                && hidden(attributes)
                                && !isFormula(element)
                                && !isRevealed(element, attributes)));
        if (hidden && (scope == Scope.SHOWN || (inLine && !folded(element)))) {
            return false;
        }
        if (inLine && (!hidden || preformatted > 0)) {
            openInLine(role);
        } else {
            AreaNames names = onlyClass ? AreaNames.ofClasses(attributes.get("class")) : AreaNames.of(attributes);
            open(element, hidden, role, names);
            preformatted += role == ElementRole.PREFORMATTED ? 1 : 0;
        }
        return true;
    }

    /** Whether it cuts no text; elements that HTML does not know cut none inside a paragraph or code. */
    private boolean inLine(Element element, ElementRole role) {
        if (role != ElementRole.BLOCK) {
            return role.inline();
        }
        Area area = open.peek();
        boolean phrasing = preformatted > 0 || (area != null && area.phrasing());
        return formulas > 0 || (!element.tag().isKnownTag() && (phrasing || isInText(element)));
    }

    /** Whether text stands right beside it and no block in it, as beside a sign of one's own or a name that is marked. */
    private static boolean isInText(Element element) {
        return (isText(element.previousSibling()) || isText(element.nextSibling())) && holdsNoBlock(element);
    }

    private static boolean isText(@Nullable Node node) {
        return node instanceof TextNode text && !text.isBlank();
    }

    private static boolean holdsNoBlock(Element element) {
        List<Node> nodes = element.childNodes();
        return nodes.size() <= FEW_NODES
                && nodes.stream()
                        .allMatch(node -> !(node instanceof Element inner)
                                || (!inner.isBlock() && inner.tag().isKnownTag() && inner.childNodeSize() <= 1));
    }

    /** Templates are shown where they are the shadow of an element. */
    private static boolean foreignTemplate(Attributes attributes, ElementRole role) {
        return role == ElementRole.TEMPLATE && !attributes.hasKey("shadowrootmode");
    }

    private void openInLine(ElementRole role) {
        text.open(role == ElementRole.LINK);
        count(role, 1);
    }

    private void count(ElementRole role, int change) {
        links += role == ElementRole.LINK ? change : 0;
        strong += role == ElementRole.STRONG ? change : 0;
        formulas += role == ElementRole.FORMULA ? change : 0;
    }

    /** Whether all that is read at the moment is hidden already. */
    private boolean isHidden() {
        Area area = open.peek();
        return area != null && area.hidden();
    }

    /** Whether it holds nothing but a formula, which pages hide beside a picture of it. */
    private static boolean isFormula(Element element) {
        Element first = element.firstElementChild();
        return first != null && first.nameIs("math") && first.nextElementSibling() == null;
    }

    /** Whether it draws the formula that the element before it says: readers aloud pass over one of the two. */
    private static boolean repeatsFormula(Element element, Attributes attributes) {
        Element before = attributes.get("aria-hidden").equals("true") ? element.previousElementSibling() : null;
        return before != null && (before.nameIs("math") || isFormula(before));
    }

    /** Whether scripts reveal it once the page is there: the whole page, or a text that fades in. */
    private static boolean isRevealed(Element element, Attributes attributes) {
        String style = attributes.get("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return element.nameIs("body")
                || (style.contains("visibility:hidden")
                        && style.contains("opacity:0")
                        && element.wholeText().length() >= REVEALED);
    }

    private static boolean folded(Element element) {
        return element.wholeText().length() >= FOLDED;
    }

    /** Whether it is there for screen readers alone, or beside the text: {@code [edit]}. */
    private static boolean label(Attributes attributes) {
        String classes = attributes.get("class");
        int traits = AreaNames.traits(classes) & LABEL;
        return Trait.BESIDE.in(traits) || (Trait.HIDDEN.in(traits) && HidingClasses.areIn(classes));
    }

    private static boolean hidden(Attributes attributes) {
        if (attributes.hasKey("hidden") && !attributes.get("hidden").equals("until-found")) {
            return true;
        }
        String style = attributes.get("style");
        if (style.length() < "display:none".length() || style.length() > LONGEST_STYLE) {
            return false;
        }
        String flat = style.toLowerCase(Locale.ROOT).replace(" ", "");
        return flat.contains("display:none") || flat.contains("visibility:hidden");
    }

    private void open(Element element, boolean hidden, ElementRole role, AreaNames names) {
        if (preformatted > 0) {
            text.endLine();
        } else {
            flush(false);
            int traits = role.traits() | names.traits() | (hidden ? Trait.HIDDEN.bit() : 0);
            Area area = new Area(element, open.peek(), names, traits, hidden, areas.size(), blocks.size());
            areas.add(area);
            open.push(area);
        }
    }

    @Override
    public FilterResult tail(@Nullable Node node, int depth) {
        if (node instanceof Element element) {
            end(element, depth);
        }
        return FilterResult.CONTINUE;
    }

    private void leave(Element element, ElementRole role) {
        preformatted -= role == ElementRole.PREFORMATTED ? 1 : 0;
        Area area = open.peek();
        if (area != null && area.element() == element) {
            flush(false);
            open.pop().close(blocks.size());
        } else if (inLine(element, role)) {
            text.close(role == ElementRole.LINK);
            count(role, -1);
        } else {
            text.endLine();
        }
    }

    private void flush(boolean atBreaks) {
        Area area = open.peek();
        PageBlock block = area == null ? null : text.take(blocks.size(), area, atBreaks);
        if (block != null && !(block.hidden() && Flood.is(block.text()))) {
            blocks.add(block);
        }
    }
}
