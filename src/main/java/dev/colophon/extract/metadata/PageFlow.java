package dev.colophon.extract.metadata;

import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A page flattened in one traversal: its elements in reading order, how much visible text stands before and in each, and
 * the lines that a reader sees. Text is counted in UTF-16 units that are no white space. Elements are named by their
 * index.
 */
final class PageFlow {
    /** How much of a line is kept. */
    static final int MAX_LINE = 200;

    /** How much is kept of a line's end. */
    static final int MAX_TAIL = 60;

    private static final int SMALL = 60;

    private final List<Entry> nodes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final IdentityHashMap<Element, Integer> indexes = new IdentityHashMap<>();
    private int chars;

    /**
     * A line of visible text: what stands between two breaks or edges of blocks.
     *
     * @param text its first 200 characters, white space collapsed
     * @param tail its last 60 characters
     * @param element the element that it begins in
     * @param start text before it
     * @param end text before what follows it
     */
    record Line(String text, String tail, int element, int start, int end) {
        int length() {
            return end - start;
        }
    }

    private static final class Entry {
        final Element element;
        final int parent;
        final int start;
        int end;
        int last;

        Entry(Element element, int parent, int start) {
            this.element = element;
            this.parent = parent;
            this.start = start;
        }
    }

    private PageFlow() {}

    static PageFlow of(Document page) {
        PageFlow flow = new PageFlow();
        page.traverse(flow.new Walk());
        return flow;
    }

    int size() {
        return nodes.size();
    }

    Element element(int index) {
        return nodes.get(index).element;
    }

    /** The parent's index; -1 for the root. */
    int parent(int index) {
        return nodes.get(index).parent;
    }

    /** Visible text before the element. */
    int start(int index) {
        return nodes.get(index).start;
    }

    /** Visible text before and in the element. */
    int end(int index) {
        return nodes.get(index).end;
    }

    int length(int index) {
        return end(index) - start(index);
    }

    /** The last element inside; the element's own index where it holds none. */
    int last(int index) {
        return nodes.get(index).last;
    }

    /** Whether an element holds few others, so that reading its text anew costs little. */
    boolean isSmall(int index) {
        return last(index) - index <= SMALL;
    }

    /** Whether {@code outer} is {@code inner} or holds it. */
    boolean holds(int outer, int inner) {
        return outer <= inner && inner <= last(outer);
    }

    /** The element's index; -1 where it is null or not of this page. */
    int index(@Nullable Element element) {
        return element == null ? -1 : indexes.getOrDefault(element, -1);
    }

    /** The page's lines in reading order. */
    List<Line> lines() {
        return lines;
    }

    private final class Walk implements NodeVisitor {
        private final StringBuilder line = new StringBuilder();
        private final StringBuilder tail = new StringBuilder();
        private int current = -1;
        private int lineElement = -1;
        private int lineStart;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                if (!PageText.isHidden(node.parent())) {
                    append(text.getWholeText());
                }
            } else if (node instanceof Element element) {
                enter(element);
            }
        }

        private void enter(Element element) {
            if (element.isBlock() || element.nameIs("br")) {
                endLine();
            }
            indexes.put(element, nodes.size());
            nodes.add(new Entry(element, current, chars));
            current = nodes.size() - 1;
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (element.isBlock()) {
                    endLine();
                }
                Entry left = nodes.get(current);
                left.end = chars;
                left.last = nodes.size() - 1;
                current = left.parent;
            }
        }

        private void append(String text) {
            for (int i = 0; i < text.length(); i++) {
                char unit = text.charAt(i);
                boolean space = Spaces.isSpace(unit);
                if (!space && lineElement < 0) {
                    lineElement = current;
                    lineStart = chars;
                }
                chars += space ? 0 : 1;
                if (lineElement >= 0 && line.length() < MAX_LINE) {
                    line.append(unit);
                }
            }
            tail.append(text);
            if (tail.length() > 2 * MAX_TAIL) {
                tail.delete(0, tail.length() - 2 * MAX_TAIL);
            }
        }

        private void endLine() {
            if (lineElement >= 0) {
                String end = Spaces.collapse(tail);
                String last = end.substring(Math.max(0, end.length() - MAX_TAIL));
                lines.add(new Line(Spaces.collapse(line), last, lineElement, lineStart, chars));
            }
            tail.setLength(0);
            line.setLength(0);
            lineElement = -1;
        }
    }
}
