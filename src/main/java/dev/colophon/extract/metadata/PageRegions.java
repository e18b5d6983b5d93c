package dev.colophon.extract.metadata;

import dev.colophon.extract.metadata.MarkupWords.Sign;
import dev.colophon.extract.metadata.MarkupWords.Signs;
import dev.colophon.extract.metadata.PageFlow.Line;
import dev.colophon.extract.page.AnnouncedPart;
import dev.colophon.extract.page.Area;
import dev.colophon.extract.page.PageBlock;
import dev.colophon.extract.page.PageOutline;
import dev.colophon.model.Region;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a page: what its markup marks as furniture, comments and teasers, and the rest by its distance from the
 * headline and the main text.
 */
final class PageRegions {
    /** Length from which a line is a paragraph. */
    private static final int PARAGRAPH = 80;

    /** Length of the longest date or byline. */
    private static final int META = 200;

    private static final int BEFORE_HEADLINE = 250;
    private static final int HEADER = 1500;
    private static final int FOOTER = 800;
    private static final int CARD = 2500;
    private static final int MAX_ELEMENTS_BEFORE_ACCOUNT = 40;

    private final PageFlow flow;
    private final int main;
    private final int headline;
    private final Region[] marked;
    private final int headerStart;
    private final int headerEnd;
    private final int bodyEnd;
    private final int footerEnd;
    /** Whether a forum's first post has been marked. */
    private boolean hasPost;

    PageRegions(PageFlow flow, @Nullable Element main, @Nullable Element headline, PageMarks marks) {
        this.flow = flow;
        this.main = flow.index(main);
        this.headline = flow.index(headline);
        int mainStart = this.main < 0 ? 0 : flow.start(this.main);
        int mainEnd = this.main < 0 ? Integer.MAX_VALUE : flow.end(this.main);
        int afterHeadline = this.headline < 0 ? mainStart : Math.max(mainStart, flow.end(this.headline));
        int[] body = body(flow.lines(), afterHeadline >= mainEnd ? mainStart : afterHeadline, mainEnd);
        this.headerEnd = body[0];
        this.bodyEnd = body[1];
        this.headerStart = this.headline < 0
                ? Math.max(0, mainStart - HEADER / 2)
                : Math.max(0, flow.start(this.headline) - BEFORE_HEADLINE);
        this.footerEnd = Math.max(bodyEnd + FOOTER, this.main < 0 ? 0 : mainEnd);
        this.marked = new Region[flow.size()];
        BitSet others = otherArticles(flow, headline);
        for (int i = 0; i < flow.size(); i++) {
            marked[i] = others.get(i) && !holdsArticle(i) ? Region.OTHER_ARTICLES : mark(i, marks);
        }
    }

    /** The elements that hold nothing but teasers below a heading that announces them. */
    @SuppressWarnings("ReferenceEquality") // an element of jsoup is itself alone
    private static BitSet otherArticles(PageFlow flow, @Nullable Element headline) {
        PageOutline page = flow.outline();
        PageBlock title = page.blocks().stream()
                .filter(block -> isIn(block, headline))
                .findFirst()
                .orElse(null);
        BitSet blocks = AnnouncedPart.OTHER_ARTICLES.in(page, title);
        Set<Element> elements = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Area area : page.areas()) {
            if (area.first() < area.end() && blocks.nextClearBit(area.first()) >= area.end()) {
                elements.add(area.element());
            }
        }
        BitSet found = new BitSet();
        for (int i = 0; i < flow.size() && !elements.isEmpty(); i++) {
            found.set(i, elements.contains(flow.element(i)));
        }
        return found;
    }

    @SuppressWarnings("ReferenceEquality") // an element of jsoup is itself alone
    private static boolean isIn(PageBlock block, @Nullable Element heading) {
        Area area = block.headingArea();
        return heading != null && (block.area().element() == heading || (area != null && area.element() == heading));
    }

    /**
     * Where the second paragraph begins, as bylines stand below a summary too, and where the last one ends.
     */
    private static int[] body(List<Line> lines, int from, int to) {
        int[] body = {to, to};
        int paragraphs = 0;
        for (Line line : lines) {
            if (line.start() >= from && line.end() <= to && line.length() >= PARAGRAPH) {
                body[0] = paragraphs < 2 ? line.start() : body[0];
                body[1] = line.end();
                paragraphs++;
            }
        }
        return body;
    }

    private @Nullable Region mark(int index, PageMarks marks) {
        int parent = flow.parent(index);
        Region inherited = parent < 0 ? null : marked[parent];
        if (inherited != null || holdsArticle(index)) {
            return inherited;
        }
        Signs signs = marks.signs(index);
        boolean meta = flow.length(index) <= META && isMeta(signs);
        Region byWords = meta ? null : signs.region();
        return byWords == null ? byTag(index, marks) : byWords;
    }

    /** A date or byline beside a word like {@code more} is still one. */
    private static boolean isMeta(Signs signs) {
        return signs.meaning() != null || signs.isName() || signs.has(Sign.HEADER);
    }

    private @Nullable Region byTag(int index, PageMarks marks) {
        Element element = flow.element(index);
        boolean inMain = main >= 0 && flow.holds(main, index);
        return switch (element.normalName()) {
            case "nav", "menu", "form", "select" -> Region.FURNITURE;
            case "footer" -> inMain || inArticle(index) ? null : Region.FURNITURE;
            case "aside" -> Region.RELATED;
            case "article" ->
                inMain && flow.length(index) > CARD ? null : inMain && isPost(index, marks) ? post() : Region.RELATED;
            default -> marks.hasRole(index) ? byRole(element.attr("role")) : null;
        };
    }

    /** The part that a forum's post is: replies follow the first one. */
    private @Nullable Region post() {
        Region region = hasPost ? Region.COMMENT : null;
        hasPost = true;
        return region;
    }

    /** Whether an element names a reader's account near its beginning, as each post of a forum does. */
    private boolean isPost(int index, PageMarks marks) {
        int last = Math.min(flow.last(index), index + MAX_ELEMENTS_BEFORE_ACCOUNT);
        for (int i = index; i <= last; i++) {
            if (marks.signs(i).isAccount()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Region byRole(String role) {
        return role.equals("navigation") || role.equals("contentinfo") ? Region.FURNITURE : null;
    }

    private boolean inArticle(int index) {
        for (int up = flow.parent(index); up >= 0; up = flow.parent(up)) {
            if (flow.element(up).nameIs("article")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the headline or the main text lies in the element. */
    boolean holdsArticle(int index) {
        return (main >= 0 && flow.holds(index, main)) || (headline >= 0 && flow.holds(index, headline));
    }

    /** The part that an element stands in. */
    Region of(int index) {
        return of(index, flow.start(index));
    }

    /** The part that text at a position of the flow, inside the element, stands in. */
    Region of(int index, int position) {
        Region mark = marked[index];
        if (mark != null) {
            return mark;
        }
        if (position < headerStart || position > footerEnd) {
            return Region.UNKNOWN;
        }
        if (position < headerEnd) {
            return isHeader(position) ? Region.ARTICLE_HEADER : Region.UNKNOWN;
        }
        return position < bodyEnd ? Region.ARTICLE_BODY : Region.ARTICLE_FOOTER;
    }

    private boolean isHeader(int position) {
        int anchor = headline < 0 ? headerStart : flow.end(headline);
        return position - anchor < HEADER || headerEnd - position < HEADER / 3;
    }
}
