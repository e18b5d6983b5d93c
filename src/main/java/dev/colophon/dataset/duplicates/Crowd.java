package dev.colophon.dataset.duplicates;

import dev.colophon.dedup.ShingleSet;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Many texts that share bands and are not known to be alike, as pages of one template do: all pairs of them would be
 * too many to compare. Names those that may be alike, by what is rare in each text: of texts with a Jaccard similarity
 * of t, the shorter one holds a rare shingle that is among the rarer ones of the longer, where "rare" are the first n −
 * ⌈2t/(1+t)·n⌉ + 1 of its n shingles, "rarer" the first m − ⌈t·m⌉ + 1, and both are in one order (prefix filtering;
 * Xiao, Wang, Lin, Yu: Efficient Similarity Joins for Near Duplicate Detection, 2008). No pair is missed, whatever the
 * order is; the rarest come first, so that few texts share what stands ahead. Texts are read twice, some hundred at a
 * time, and what is rare is sorted on disk.
 */
final class Crowd implements Closeable {
    private static final int COUNTERS_BITS = 20;
    private static final int WIDTH = 2 * Long.BYTES + Integer.BYTES + 1;
    private static final double LEAST = PairCheck.LEAST;

    private final Workshop workshop;
    private final RecordSorter places;
    private final RecordSorter rare;
    private final int[] counters = new int[1 << COUNTERS_BITS];

    Crowd(Workshop workshop) {
        this.workshop = workshop;
        this.places = workshop.sorter("crowd", DocumentRows.PLACE);
        this.rare = workshop.sorter("crowd-rare", WIDTH);
    }

    /** Adds a text. */
    void add(int node) throws IOException {
        places.add(workshop.nodes().place(node));
    }

    /** Looks at the texts. Nothing may be added any more. */
    void read() throws IOException {
        texts((ref, text) -> text.shingles().forEach(shingle -> counters[counter(shingle)]++));
        texts(this::addRare);
    }

    private interface Texts {
        void text(long ref, ShingleSet text) throws IOException;
    }

    private void texts(Texts sink) throws IOException {
        try (RecordCursor sorted = places.open()) {
            workshop.rows()
                    .read(TextComparison.TEXT, sorted, (ref, row) -> sink.text(ref, TextComparison.shingles(row)));
        }
    }

    private static int counter(long shingle) {
        return (int) (shingle >>> (Long.SIZE - COUNTERS_BITS));
    }

    private void addRare(long ref, ShingleSet text) throws IOException {
        List<Long> rarest = text.shingles()
                .boxed()
                .sorted(Comparator.comparingInt((Long shingle) -> counters[counter(shingle)])
                        .thenComparing(Comparator.naturalOrder()))
                .limit(among(text.size(), LEAST))
                .toList();
        // The similarity of texts that are too long to be compared whole is estimated, and says less of their lengths.
        int index = among(text.size(), text.isLong() ? LEAST : 2 * LEAST / (1 + LEAST));
        for (int i = 0; i < rarest.size(); i++) {
            rare.add(new Member(ref, text.size(), i < index).bytes(rarest.get(i)));
        }
    }

    /** How many of the rarest shingles one of those must be among that a share of all is in common with another text. */
    private static int among(int size, double share) {
        return size == 0 ? 0 : size - (int) Math.ceil(share * size - 1e-9) + 1;
    }

    /**
     * A text that has a shingle among its rarest.
     *
     * @param size how many shingles it has
     * @param index whether the shingle is rare enough for the shorter one of two texts
     */
    private record Member(long ref, int size, boolean index) {
        byte[] bytes(long shingle) {
            return ByteBuffer.allocate(WIDTH)
                    .putLong(shingle)
                    .putInt(size)
                    .put((byte) (index ? 1 : 0))
                    .putLong(ref)
                    .array();
        }

        static Member of(ByteBuffer record) {
            int size = record.getInt();
            boolean index = record.get() == 1;
            return new Member(record.getLong(), size, index);
        }

        /** Whether the other one may be the longer one of two that are alike. */
        boolean mayBeAlike(Member longer) {
            return index && ref != longer.ref && size <= longer.size && size >= LEAST * longer.size - 1e-9;
        }
    }

    /** Takes two texts, by their refs, that may be alike. */
    interface Pairs {
        void pair(long one, long other) throws IOException;
    }

    /** Names some of the pairs: of each rare shingle, the first text that has it with every other. */
    void withFirst(Pairs pairs) throws IOException {
        forGroups(group -> {
            Member first = group.stream().filter(Member::index).findFirst().orElse(group.get(0));
            for (Member each : group) {
                pair(first, each, pairs);
            }
        });
    }

    /** Names all pairs. */
    void withEachOther(Pairs pairs) throws IOException {
        forGroups(group -> {
            int from = 0;
            for (Member longer : group) {
                while (group.get(from).size < LEAST * longer.size - 1e-9) {
                    from++;
                }
                for (int i = from; i < group.size() && group.get(i).size <= longer.size; i++) {
                    pair(group.get(i), longer, pairs);
                }
            }
        });
    }

    private static void pair(Member one, Member longer, Pairs pairs) throws IOException {
        if (one.mayBeAlike(longer)) {
            pairs.pair(one.ref, longer.ref);
        }
    }

    private interface Group {
        /** Takes those that have one shingle, the shortest text first. */
        void of(List<Member> members) throws IOException;
    }

    private void forGroups(Group sink) throws IOException {
        List<Member> group = new ArrayList<>();
        long shingle = 0;
        try (RecordCursor records = rare.open()) {
            for (byte[] record = records.next(); record != null; record = records.next()) {
                ByteBuffer in = ByteBuffer.wrap(record);
                long next = in.getLong();
                if (next != shingle && !group.isEmpty()) {
                    sink.of(group);
                    group.clear();
                }
                shingle = next;
                group.add(Member.of(in));
            }
        }
        if (!group.isEmpty()) {
            sink.of(group);
        }
    }

    @Override
    public void close() throws IOException {
        places.close();
        rare.close();
    }
}
