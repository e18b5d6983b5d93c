package dev.colophon.extract.page;

import dev.colophon.model.DateHabit;
import dev.colophon.model.Publisher.DateOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which lines and places recur on the pages of a site. All shares leave one page out, the page that asks: a line that
 * stands on it and on no other page has the share 0 whether or not the page was among those that were surveyed. About
 * 15 KB at most. Immutable.
 */
public final class SiteProfile {
    /** Of fewer pages nothing can be learned. */
    public static final int FEWEST_PAGES = 3;

    /** Lines that a profile holds at most: those that most pages have. */
    public static final int MOST_LINES = 768;

    /** Places that a profile holds at most: those that most pages have. */
    public static final int MOST_PATHS = 256;

    /** Clocks that a profile holds at most: those that most pages show. */
    private static final int MOST_CLOCKS = 64;

    /** Places of bylines that a profile holds at most: those that most pages have. */
    private static final int MOST_BYLINES = 16;

    /** What a key is of. */
    public enum Kind {
        LINE,
        PATH,
        /** The ordinal of the {@link DateOrder} of numeric dates. */
        ORDER,
        /** {@link DateHabit.Clock#key}. */
        CLOCK,
        /** A place of {@link LinePlaces} that names the page's authors. */
        BYLINE
    }

    /**
     * One key of a profile.
     *
     * @param key of {@link PageSketch}, or as its kind says
     * @param pages how many surveyed pages hold it, 2 or more
     * @param repetition of a place: the share of the surveyed blocks there whose line recurs, 0 to 1; of a byline's place: the
     *     share of pages where it names whom structured data names; 1 for others
     */
    public record Fact(Kind kind, long key, int pages, double repetition) {
        private static final Comparator<Fact> ORDER = Comparator.comparing(Fact::kind)
                .thenComparing(Comparator.comparingInt(Fact::pages).reversed())
                .thenComparingLong(Fact::key);
    }

    private final int pages;
    private final Keys lines;
    private final Keys paths;
    private final Keys orders;
    private final Keys clocks;
    private final Keys bylines;

    private SiteProfile(int pages, List<Fact> facts) {
        this.pages = pages;
        this.lines = Keys.of(facts, Kind.LINE, MOST_LINES);
        this.paths = Keys.of(facts, Kind.PATH, MOST_PATHS);
        this.orders = Keys.of(facts, Kind.ORDER, DateOrder.values().length);
        this.clocks = Keys.of(facts, Kind.CLOCK, MOST_CLOCKS);
        this.bylines = Keys.of(facts, Kind.BYLINE, MOST_BYLINES);
    }

    /**
     * A profile.
     *
     * @param pages pages that were surveyed
     * @param facts every key once, in any order; those on fewer than two pages and those beyond the bounds are left out
     * @return null where the pages are fewer than {@link #FEWEST_PAGES}
     */
    public static @Nullable SiteProfile of(int pages, List<Fact> facts) {
        return pages < FEWEST_PAGES ? null : new SiteProfile(pages, facts);
    }

    /** How many pages were surveyed, {@link #FEWEST_PAGES} or more. */
    public int pages() {
        return pages;
    }

    /** The share of other pages that hold the line, 0 to 1. */
    public double lineShare(long key) {
        return share(lines.find(key), lines);
    }

    /** How many other pages hold the line. */
    public int pagesWithLine(long key) {
        int at = lines.find(key);
        return at < 0 ? 0 : lines.pages[at] - 1;
    }

    /** The share of other pages that have the place, 0 to 1. */
    public double pathShare(long key) {
        return share(paths.find(key), paths);
    }

    /**
     * How much of what stands at a place recurs elsewhere, 0 to 1: near 1 for navigation, near 0 where each page has its own
     * text. 0 where the place is not known, which {@link #pathShare} tells.
     */
    public double repetition(long path) {
        int at = paths.find(path);
        return at < 0 ? 0 : paths.repetition(at);
    }

    private double share(int at, Keys keys) {
        return at < 0 ? 0 : (keys.pages[at] - 1.0) / (pages - 1.0);
    }

    /** How two or more pages write numeric dates; null where they differ, or none tells. */
    public @Nullable DateOrder dateOrder() {
        return orders.keys.length == 1 ? DateOrder.values()[(int) orders.keys[0]] : null;
    }

    /** How far clocks were ahead of UTC, each as two or more pages show it. */
    public List<DateHabit.Clock> clocks() {
        return Arrays.stream(clocks.keys).mapToObj(DateHabit.Clock::of).toList();
    }

    /** Whether it knows where the site's pages have their bylines. */
    public boolean knowsBylines() {
        return bylines.keys.length > 0;
    }

    /** Whether the line at this place of {@link LinePlaces} is a byline. */
    public boolean isByline(long place) {
        return bylines.find(place) >= 0;
    }

    /** All it holds: lines, places, orders, clocks and bylines, each by pages, most first, then by key. */
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        lines.addTo(facts, Kind.LINE);
        paths.addTo(facts, Kind.PATH);
        orders.addTo(facts, Kind.ORDER);
        clocks.addTo(facts, Kind.CLOCK);
        bylines.addTo(facts, Kind.BYLINE);
        facts.sort(Fact.ORDER);
        return facts;
    }

    /** Keys in order, with what is known of each. */
    private static final class Keys {
        private final long[] keys;
        private final int[] pages;
        private final double @Nullable [] repetition;

        private Keys(List<Fact> facts) {
            keys = facts.stream().mapToLong(Fact::key).toArray();
            pages = facts.stream().mapToInt(Fact::pages).toArray();
            repetition = facts.stream().allMatch(fact -> fact.repetition() == 1)
                    ? null
                    : facts.stream().mapToDouble(Fact::repetition).toArray();
        }

        static Keys of(List<Fact> facts, Kind kind, int most) {
            return new Keys(facts.stream()
                    .filter(fact -> fact.kind() == kind && fact.pages() > 1)
                    .sorted(Fact.ORDER)
                    .limit(most)
                    .sorted(Comparator.comparingLong(Fact::key))
                    .toList());
        }

        int find(long key) {
            return Arrays.binarySearch(keys, key);
        }

        double repetition(int at) {
            return repetition == null ? 1 : repetition[at];
        }

        void addTo(List<Fact> facts, Kind kind) {
            for (int i = 0; i < keys.length; i++) {
                facts.add(new Fact(kind, keys[i], pages[i], repetition(i)));
            }
        }
    }
}
