package dev.colophon.extract.page;

import dev.colophon.model.BylineHabit;
import dev.colophon.model.DateHabit;
import dev.colophon.model.Publisher.DateOrder;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What of a page can be compared with other pages of its site: for every block a 64-bit key of its line and one of the
 * place where it stands. Lines that differ in letter case, punctuation and numbers have one key; so have places that
 * differ in numbers inside class names. Immutable.
 */
public final class PageSketch {
    /** Blocks that a {@link #bounded} sketch has at most. */
    public static final int MOST_BLOCKS = 4_000;

    /** The longest lines are what two captures of one text have in common. */
    private static final int LONGEST_LINES = 10;

    private static final double REPEATS = 0.8;
    private static final int NO_ORDER = -1;
    private static final long NO_CLOCK = 0;

    private final long address;
    private final DateHabit dates;
    private final Bylines bylines;
    private final long[] lines;
    private final long[] paths;
    private final long[] longest;

    /**
     * What a {@link BylineHabit} tells, in keys.
     *
     * @param authors 0 where it tells nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Bylines(long authors, long[] naming, long[] others) {
        private static final Bylines NONE = new Bylines(LineKeys.NONE, new long[0], new long[0]);

        private static Bylines of(BylineHabit habit) {
            return habit.authors().isEmpty()
                    ? NONE
                    : new Bylines(LineKeys.exactly(habit.authors()), sorted(habit.naming()), sorted(habit.others()));
        }

        private static long[] sorted(Set<Long> places) {
            return places.stream().mapToLong(place -> place).sorted().toArray();
        }
    }

    private PageSketch(long address, DateHabit dates, Bylines bylines, long[] lines, long[] paths, long[] longest) {
        this.address = address;
        this.dates = dates;
        this.bylines = bylines;
        this.lines = lines;
        this.paths = paths;
        this.longest = longest;
    }

    /** The sketch of all blocks of a page whose address is not known. */
    public static PageSketch of(PageOutline page) {
        List<PageBlock> blocks = page.blocks();
        long[] lines = new long[blocks.size()];
        long[] paths = new long[blocks.size()];
        PathKeys keys = new PathKeys();
        for (PageBlock block : blocks) {
            lines[block.index()] = LineKeys.of(block.text());
            paths[block.index()] = keys.of(block.area());
        }
        long[] longest = blocks.stream()
                .sorted(Comparator.comparingInt(PageBlock::weight).reversed().thenComparingInt(PageBlock::index))
                .mapToLong(block -> lines[block.index()])
                .filter(key -> key != LineKeys.NONE)
                .distinct()
                .limit(LONGEST_LINES)
                .toArray();
        return new PageSketch(LineKeys.NONE, DateHabit.NONE, Bylines.NONE, lines, paths, longest);
    }

    /** The same page with its address, which tells apart pages from captures of one page. */
    public PageSketch at(String where) {
        return new PageSketch(LineKeys.exactly(where), dates, bylines, lines, paths, longest);
    }

    /** The same page with what its dates tell of those of its site. */
    public PageSketch with(DateHabit habit) {
        return new PageSketch(address, habit, bylines, lines, paths, longest);
    }

    /** The same page with where it shows its authors. */
    public PageSketch with(BylineHabit habit) {
        return new PageSketch(address, dates, Bylines.of(habit), lines, paths, longest);
    }

    /** Where it shows its authors. */
    Bylines bylines() {
        return bylines;
    }

    /** What its dates tell of those of its site. */
    DateHabit dates() {
        return dates;
    }

    /** The first and last blocks of a page with more than {@link #MOST_BLOCKS}, else the same. */
    public PageSketch bounded() {
        return lines.length <= MOST_BLOCKS
                ? this
                : new PageSketch(address, dates, bylines, ends(lines), ends(paths), longest);
    }

    private static long[] ends(long[] keys) {
        long[] out = Arrays.copyOf(keys, MOST_BLOCKS);
        int half = MOST_BLOCKS / 2;
        System.arraycopy(keys, keys.length - half, out, half, half);
        return out;
    }

    /** How many blocks it has. */
    public int blocks() {
        return lines.length;
    }

    /** The key of the line of the block with this index; 0 where the line has neither letters nor digits. */
    public long line(int block) {
        return lines[block];
    }

    /** The key of the place of the block with this index; never 0. */
    public long path(int block) {
        return paths[block];
    }

    /** Whether this is another capture of the same page, or shows the same text at another address. */
    boolean repeats(PageSketch other) {
        if (address != LineKeys.NONE && address == other.address) {
            return true;
        }
        long[] others = other.lines.clone();
        Arrays.sort(others);
        long common = Arrays.stream(longest)
                .filter(key -> Arrays.binarySearch(others, key) >= 0)
                .count();
        return common > REPEATS * longest.length || longest.length == 0;
    }

    /** All of it, for {@link #of(byte[])}. */
    public byte[] bytes() {
        int keys = 3 + longest.length + bylines.naming.length + bylines.others.length + 2 * lines.length;
        ByteBuffer out = ByteBuffer.allocate(4 * Integer.BYTES + keys * Long.BYTES);
        out.putInt(longest.length);
        out.putInt(bylines.naming.length);
        out.putInt(bylines.others.length);
        out.putInt(dates.order() == null ? NO_ORDER : dates.order().ordinal());
        out.putLong(dates.clock() == null ? NO_CLOCK : dates.clock().key());
        out.putLong(address);
        out.putLong(bylines.authors);
        for (long[] part : List.of(longest, bylines.naming, bylines.others, lines, paths)) {
            for (long key : part) {
                out.putLong(key);
            }
        }
        return out.array();
    }

    /** The sketch that {@link #bytes} gave. */
    public static PageSketch of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int marks = in.getInt();
        int naming = in.getInt();
        int others = in.getInt();
        DateHabit dates = dates(in.getInt(), in.getLong());
        long address = in.getLong();
        long authors = in.getLong();
        long[] longest = keys(in, marks);
        Bylines bylines = new Bylines(authors, keys(in, naming), keys(in, others));
        int blocks = in.remaining() / (2 * Long.BYTES);
        return new PageSketch(address, dates, bylines, keys(in, blocks), keys(in, blocks), longest);
    }

    private static DateHabit dates(int order, long clock) {
        return new DateHabit(
                order == NO_ORDER ? null : DateOrder.values()[order],
                clock == NO_CLOCK ? null : DateHabit.Clock.of(clock));
    }

    private static long[] keys(ByteBuffer in, int count) {
        long[] keys = new long[count];
        in.asLongBuffer().get(keys);
        in.position(in.position() + count * Long.BYTES);
        return keys;
    }
}
