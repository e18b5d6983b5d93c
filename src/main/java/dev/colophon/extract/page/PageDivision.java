package dev.colophon.extract.page;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Divides a page while somebody else walks it, so that one walk serves several readers: {@link PageOutline#withHidden} of a
 * root, fed node by node in document order. What lies outside of the root is passed over. Not thread-safe.
 */
public final class PageDivision {
    private final Element root;
    private final Segmenter segmenter = new Segmenter(Segmenter.Scope.ALL);
    private boolean inside;
    private int depth;
    /** The outermost element around the walk that is not to be read; null where there is none. */
    private @Nullable Element skipped;

    /** A division of what lies inside {@code root}. */
    public PageDivision(Element root) {
        this.root = root;
    }

    /** Takes the beginning of an element. */
    @SuppressWarnings("ReferenceEquality") // an element of jsoup is itself alone
    public void enter(Element element) {
        inside |= element == root;
        if (inside && skipped == null) {
            if (segmenter.begin(element, depth)) {
                depth++;
            } else {
                skipped = element;
            }
        }
    }

    /** Takes a text, which is in NFC from then on. */
    public void read(TextNode text) {
        Segmenter.compose(text);
        if (inside && skipped == null) {
            segmenter.read(text);
        }
    }

    /** Takes the end of an element. */
    @SuppressWarnings("ReferenceEquality") // an element of jsoup is itself alone
    public void leave(Element element) {
        if (inside && skipped == null) {
            depth--;
            segmenter.end(element, depth);
        }
        skipped = skipped == element ? null : skipped;
        inside &= element != root;
    }

    /** The outline, once the root has been left. */
    public PageOutline outline() {
        return segmenter.outline();
    }
}
