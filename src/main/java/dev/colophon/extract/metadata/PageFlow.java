package dev.colophon.extract.metadata;

import com.google.common.base.Ascii;
import dev.colophon.extract.page.PageDivision;
import dev.colophon.extract.page.PageHead;
import dev.colophon.extract.page.PageOutline;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A page flattened in one traversal: its elements in reading order, how much visible text stands before and in each,
 * the lines that a reader sees, and the blocks that its outline divides it into. Text is counted in UTF-16 units that are
 * no white space. Elements are named by their index.
 */
public final class PageFlow {
    /** How much of a line is kept. */
    static final int MAX_LINE = 200;

    /** How much is kept of a line's end. */
    static final int MAX_TAIL = 60;

    private static final int SMALL = 60;

    private final List<Line> lines = new ArrayList<>();
    private final List<Element> metas = new ArrayList<>();
    private final List<Element> headMetas = new ArrayList<>();
    private final List<Element> links = new ArrayList<>();
    private final List<Element> scripts = new ArrayList<>();
    private final BitSet anchors = new BitSet();
    private final BitSet times = new BitSet();
    /** All visible text as it stands in the page. */
    private final StringBuilder text = new StringBuilder(1 << 14);

    private Element[] elements = new Element[1024];
    private int[] parents = new int[1024];
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private int[] lasts = new int[1024];
    private int size;
    private int chars;
    private int html = -1;
    private int head = -1;
    private int heading = -1;

    /** A line of visible text: what stands between two breaks or edges of blocks. */
    final class Line {
        private final int element;
        private final int start;
        private final int end;
        private final int from;
        private final int first;
        private final int to;
        private @Nullable String shown;

        /**
         * @param element the element that it begins in
         * @param start visible text before it
         * @param from where the text behind the last break begins
         * @param first its first character that is no white space
         */
        Line(int element, int start, int from, int first) {
            this.element = element;
            this.start = start;
            this.end = chars;
            this.from = from;
            this.first = first;
            this.to = text.length();
        }

        /** Its first 200 characters, white space collapsed. */
        String text() {
            if (shown == null) {
                shown = Spaces.collapse(text, first, Math.min(to, first + MAX_LINE));
            }
            return shown;
        }

        /** Its first character. */
        char first() {
            return text.charAt(first);
        }

        /** Its last 60 characters. */
        String tail() {
            String tail = Spaces.collapse(text, Math.max(from, to - 2 * MAX_TAIL), to);
            return tail.substring(Math.max(0, tail.length() - MAX_TAIL));
        }

        /** Its last character; a space where nothing stands near its end. */
        char last() {
            int at = to - 1;
            while (at > Math.max(from, to - 2 * MAX_TAIL) && Spaces.isSpace(text.charAt(at))) {
                at--;
            }
            return at < 0 ? ' ' : text.charAt(at);
        }

        int element() {
            return element;
        }

        /** Visible text before it. */
        int start() {
            return start;
        }

        /** Visible text before what follows it. */
        int end() {
            return end;
        }

        int length() {
            return end - start;
        }
    }

    private final PageMarks marks = new PageMarks();
    private final PageOutline outline;
    private final PageHead pageHead;

    private PageFlow(Document page) {
        PageDivision division = new PageDivision(page.body());
        new Walk(division).through(page);
        this.outline = division.outline();
        this.pageHead = new PageHead(page, metas, ofDocument(), scripts, marks.items());
    }

    /**
     * The metas that speak of the page: those of its head, where it tells anything, else all that describe no thing on the page. An
     * element that no head may hold ends it, and what follows is parsed as part of the body.
     */
    private List<Element> ofDocument() {
        if (headMetas.stream().anyMatch(PageFlow::isDescription)) {
            return headMetas;
        }
        List<Element> own = new ArrayList<>(headMetas);
        metas.stream()
                .filter(meta -> isDescription(meta) && !meta.hasAttr("itemprop"))
                .forEach(own::add);
        return own;
    }

    private static boolean isDescription(Element meta) {
        return meta.attr("property").startsWith("og:") || Ascii.equalsIgnoreCase(meta.attr("name"), "description");
    }

    /** Flattens a page, which is not changed. */
    public static PageFlow of(Document page) {
        return new PageFlow(page);
    }

    /** Its elements that show nothing. */
    public PageHead pageHead() {
        return pageHead;
    }

    /** Its body's blocks, hidden ones included. */
    public PageOutline outline() {
        return outline;
    }

    /** What the attributes of its elements announce. */
    PageMarks marks() {
        return marks;
    }

    int size() {
        return size;
    }

    Element element(int index) {
        return elements[index];
    }

    /** The parent's index; -1 for the root. */
    int parent(int index) {
        return parents[index];
    }

    /** Visible text before the element. */
    int start(int index) {
        return starts[index];
    }

    /** Visible text before and in the element. */
    int end(int index) {
        return ends[index];
    }

    int length(int index) {
        return ends[index] - starts[index];
    }

    /** The last element inside; the element's own index where it holds none. */
    int last(int index) {
        return lasts[index];
    }

    /** Whether an element holds few others, so that reading its text anew costs little. */
    boolean isSmall(int index) {
        return lasts[index] - index <= SMALL;
    }

    /** Whether {@code outer} is {@code inner} or holds it. */
    boolean holds(int outer, int inner) {
        return outer <= inner && inner <= lasts[outer];
    }

    /** The element's index; -1 where it is null or not of this page. */
    @SuppressWarnings("ReferenceEquality") // an element of jsoup is itself alone
    int index(@Nullable Element element) {
        for (int i = 0; element != null && i < size; i++) {
            if (elements[i] == element) {
                return i;
            }
        }
        return -1;
    }

    /** The page's lines in reading order. */
    List<Line> lines() {
        return lines;
    }

    /** The meta tags, in the body too. */
    List<Element> metas() {
        return metas;
    }

    /** The {@code <link>} elements. */
    List<Element> links() {
        return links;
    }

    List<Element> scripts() {
        return scripts;
    }

    /** Which elements are {@code <a>}. */
    BitSet anchors() {
        return anchors;
    }

    /** Which elements are {@code <time>}. */
    BitSet times() {
        return times;
    }

    /** The outermost element; null where there is none. */
    @Nullable
    Element html() {
        return html < 0 ? null : elements[html];
    }

    /** The first heading of the first level; null where there is none. */
    @Nullable
    Element heading() {
        return heading < 0 ? null : elements[heading];
    }

    /** The head's last element; -1 where there is no head. */
    int headEnd() {
        return head < 0 ? -1 : lasts[head];
    }

    private final class Walk {
        /** The next child to visit of each element. */
        private int[] next = new int[elements.length];

        /** Whether the text right below each element is for machines. */
        private boolean[] machines = new boolean[elements.length];

        private int current = -1;
        private boolean hidden;
        private boolean inHead;
        private int breakAt;
        private int lineElement = -1;
        private int lineStart;
        private int lineFirst;
        private final PageDivision division;

        Walk(PageDivision division) {
            this.division = division;
        }

        void through(Document page) {
            enter(page);
            while (current >= 0) {
                Element element = elements[current];
                int child = next[current]++;
                if (child < element.childNodeSize()) {
                    visit(element.childNode(child));
                } else {
                    leave(element);
                }
            }
        }

        private void visit(Node node) {
            if (node instanceof Element element) {
                enter(element);
            } else if (node instanceof TextNode words) {
                division.read(words);
                if (!hidden) {
                    append(words.getWholeText());
                }
            }
        }

        private void enter(Element element) {
            if (element.isBlock() || element.nameIs("br")) {
                endLine();
            }
            if (size == elements.length) {
                grow();
            }
            elements[size] = element;
            parents[size] = current;
            starts[size] = chars;
            current = size++;
            hidden = PageText.isHidden(element);
            machines[current] = hidden;
            note(element);
            division.enter(element);
            marks.add(element);
        }

        private void grow() {
            int length = 2 * size;
            elements = Arrays.copyOf(elements, length);
            parents = Arrays.copyOf(parents, length);
            starts = Arrays.copyOf(starts, length);
            ends = Arrays.copyOf(ends, length);
            lasts = Arrays.copyOf(lasts, length);
            next = Arrays.copyOf(next, length);
            machines = Arrays.copyOf(machines, length);
        }

        private void note(Element element) {
            switch (element.normalName()) {
                case "meta" -> meta(element);
                case "link" -> links.add(element);
                case "script" -> scripts.add(element);
                case "a" -> anchors.set(current);
                case "time" -> times.set(current);
                case "html" -> html = html < 0 ? current : html;
                case "head" -> {
                    head = head < 0 ? current : head;
                    inHead |= head == current;
                }
                case "h1" -> heading = heading < 0 ? current : heading;
                default -> {}
            }
        }

        private void meta(Element meta) {
            metas.add(meta);
            if (inHead) {
                headMetas.add(meta);
            }
        }

        private void leave(Element element) {
            division.leave(element);
            if (element.isBlock()) {
                endLine();
            }
            ends[current] = chars;
            inHead &= current != head;
            lasts[current] = size - 1;
            current = parents[current];
            hidden = current >= 0 && machines[current];
        }

        private void append(String shown) {
            if (lineElement >= 0 && !PageText.seam(text, shown).isEmpty()) {
                text.append(' ');
            }
            int length = shown.length();
            for (int i = 0; i < length; i++) {
                if (!Spaces.isSpace(shown.charAt(i))) {
                    if (lineElement < 0) {
                        lineElement = current;
                        lineStart = chars;
                        lineFirst = text.length() + i;
                    }
                    chars++;
                }
            }
            text.append(shown);
        }

        private void endLine() {
            if (lineElement >= 0) {
                lines.add(new Line(lineElement, lineStart, breakAt, lineFirst));
            }
            breakAt = text.length();
            lineElement = -1;
        }
    }
}
