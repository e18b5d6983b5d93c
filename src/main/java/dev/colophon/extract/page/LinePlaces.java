package dev.colophon.extract.page;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Keys of the places where a page's lines stand, to be asked for in reading order: the names and classes of the
 * {@value #DEPTH} elements around a line, as {@link PathKeys} reads them, and how many lines stand at that path before it.
 * Not thread-safe.
 */
public final class LinePlaces {
    private static final int DEPTH = 8;

    /** Of so many lines at one path each has a place of its own; those that follow share one. */
    private static final int NUMBERED = 3;

    private final Map<Element, Long> own = new IdentityHashMap<>();
    private final Map<Long, Integer> lines = new HashMap<>();

    /** The key of the next line, which begins in the element. */
    public long next(Element element) {
        long hash = LineKeys.hash("line", 0, 4);
        int steps = 0;
        for (Element at = element; at != null && steps < DEPTH; at = at.parent()) {
            hash = LineKeys.step(hash, own.computeIfAbsent(at, LinePlaces::own));
            steps++;
        }
        int before = lines.merge(hash, 1, Integer::sum) - 1;
        return LineKeys.finished(LineKeys.step(hash, Math.min(before, NUMBERED)));
    }

    /** Pages say with the classes of their outermost elements what they are about. */
    private static long own(Element element) {
        boolean outermost = element.nameIs("body") || element.nameIs("html");
        return PathKeys.own(element.normalName(), outermost ? "" : element.className());
    }
}
