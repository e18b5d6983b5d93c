package dev.colophon.extract.page;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A block-level element of a page and the run of blocks that lies inside it. */
public final class Area {
    private final Element element;
    private final String tag;
    private final @Nullable Area parent;
    private final int depth;
    private final AreaNames names;
    private final int traits;
    private final boolean hidden;
    private final int index;
    private final int first;
    private int end;

    Area(Element element, @Nullable Area parent, AreaNames names, int traits, boolean hidden, int index, int first) {
        this.element = element;
        this.tag = element.normalName();
        this.index = index;
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.names = names;
        this.traits = traits;
        this.hidden = hidden || (parent != null && parent.hidden);
        this.first = first;
        this.end = first;
    }

    void close(int blocks) {
        end = blocks;
    }

    /** The element itself. */
    public Element element() {
        return element;
    }

    /** The element's name in lower case. */
    public String tag() {
        return tag;
    }

    /** The area around this one; null for the outermost. */
    public @Nullable Area parent() {
        return parent;
    }

    /** Position among the page's areas. */
    public int index() {
        return index;
    }

    /** Areas around this one. */
    public int depth() {
        return depth;
    }

    /** What the element's attributes call it. */
    AreaNames names() {
        return names;
    }

    /** Bits of {@link Trait} that the element itself carries. */
    public int traits() {
        return traits;
    }

    /** Whether a browser that runs scripts shows neither it nor what lies inside, before its reader does anything. */
    public boolean hidden() {
        return hidden;
    }

    /** Index of its first block. */
    public int first() {
        return first;
    }

    /** Index after its last block. */
    public int end() {
        return end;
    }

    /** 1 to 6 for a heading element, 0 for any other. */
    int headingLevel() {
        boolean heading = tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6';
        return heading ? tag.charAt(1) - '0' : 0;
    }

    /** Whether it may hold text and formatting elements alone. */
    boolean phrasing() {
        return tag.equals("p") || (tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) <= '6');
    }

    /** Whether the block lies inside. */
    public boolean holds(PageBlock block) {
        return block.index() >= first && block.index() < end;
    }

    /** Whether it is that area or lies inside it. */
    boolean within(Area other) {
        Area at = this;
        while (at != null && at.depth > other.depth) {
            at = at.parent;
        }
        return at == other;
    }

    /** The nearest area of that name, itself included; null where there is none. */
    @Nullable
    Area closest(String name) {
        Area at = this;
        while (at != null && !at.tag.equals(name)) {
            at = at.parent;
        }
        return at;
    }

    @Override
    public String toString() {
        return tag() + "." + element.className() + "[" + first + "," + end + ")";
    }
}
