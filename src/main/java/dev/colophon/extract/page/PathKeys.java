package dev.colophon.extract.page;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Keys of the places where a page's blocks stand: names and classes of the areas around them, the nearest
 * {@value #DEPTH}. The order of classes does not count, and of a class only what stands before its first digit, since
 * numbers and hashes differ between pages of one template. Of the outermost area only its name counts: pages say there
 * what they are about. Not thread-safe.
 */
final class PathKeys {
    private static final int DEPTH = 8;
    private static final int LONGEST = 1_000;
    private static final long SEED = 0x13198A2E03707344L;

    private final Map<Area, Long> paths = new IdentityHashMap<>();
    private final Map<Area, Long> areas = new IdentityHashMap<>();
    private final Map<String, Long> classes = new HashMap<>();

    /** The key of the path to an area. */
    long of(Area area) {
        Long known = paths.get(area);
        if (known == null) {
            known = path(area);
            paths.put(area, known);
        }
        return known;
    }

    private long path(Area area) {
        long hash = SEED;
        int steps = 0;
        for (Area at = area; at != null && steps < DEPTH; at = at.parent()) {
            Long own = areas.get(at);
            if (own == null) {
                own = own(at);
                areas.put(at, own);
            }
            hash = LineKeys.step(hash, own);
            steps++;
        }
        return LineKeys.finished(hash);
    }

    private long own(Area area) {
        String names = area.parent() == null ? "" : area.element().className();
        return isReadable(names)
                ? LineKeys.step(name(area.tag()), classes.computeIfAbsent(names, PathKeys::classes))
                : name(area.tag());
    }

    /** The key of one element. */
    static long own(String tag, String classes) {
        return isReadable(classes) ? LineKeys.step(name(tag), classes(classes)) : name(tag);
    }

    private static boolean isReadable(String classes) {
        return !classes.isEmpty() && classes.length() <= LONGEST;
    }

    private static long name(String tag) {
        return LineKeys.hash(tag, 0, tag.length());
    }

    private static long classes(String names) {
        long sum = 0;
        for (int from = 0; from < names.length(); ) {
            int to = from;
            int digit = -1;
            while (to < names.length() && names.charAt(to) > ' ') {
                digit = digit < 0 && isDigit(names.charAt(to)) ? to : digit;
                to++;
            }
            int end = digit < 0 ? to : digit;
            sum += end > from ? LineKeys.finished(LineKeys.hash(names, from, end)) : 0;
            from = to + 1;
        }
        return sum;
    }

    private static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }
}
