package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.dataset.table.Tables;
import dev.colophon.dedup.Bands;
import dev.colophon.dedup.ShingleSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Compares the texts of pairs. Texts are read from the documents, some hundred at a time in the order in which they lie
 * there; those of one round take 4 MB of heap where they are articles, and never more than 128 MB.
 */
final class PairCheck {
    /** From this Jaccard similarity on two texts are copies of each other. */
    static final double LEAST = 0.8;

    static final Table<Void> TEXT = Tables.named("documents").project("texts", "text");

    private static final Table<Void> SIGNATURE = Tables.named("documents").project("signatures", "minhash");
    private static final int TEXTS_AT_ONCE = 1000;

    private final Workshop workshop;
    private final Nodes nodes;

    PairCheck(Workshop workshop) {
        this.workshop = workshop;
        this.nodes = workshop.nodes();
    }

    private record Pair(int one, int other) {}

    /**
     * Connects the pairs that are alike. Pairs that are connected already are passed over.
     *
     * @param pairs of refs of nodes whose places are known and that share a band
     */
    void check(RecordSorter pairs) throws IOException {
        check(pairs, places -> pair -> true);
    }

    /** The same for pairs that need not share a band; those that do not are no candidates. */
    void checkInBands(RecordSorter pairs) throws IOException {
        check(pairs, this::inBands);
    }

    /** Tells which pairs of texts at some places are candidates. */
    private interface Candidates {
        Predicate<Pair> at(Map<Long, byte[]> places) throws IOException;
    }

    private void check(RecordSorter pairs, Candidates candidates) throws IOException {
        try (RecordCursor records = pairs.open()) {
            List<Pair> some = new ArrayList<>();
            Map<Long, byte[]> places = new HashMap<>();
            for (byte[] record = records.next(); record != null; record = records.next()) {
                Pair pair = pair(record);
                if (!nodes.connected(pair.one, pair.other)) {
                    some.add(pair);
                    places.put(nodes.ref(pair.one), nodes.place(pair.one));
                    places.put(nodes.ref(pair.other), nodes.place(pair.other));
                }
                if (places.size() >= TEXTS_AT_ONCE) {
                    compare(some, places, candidates);
                }
            }
            compare(some, places, candidates);
        }
    }

    private Pair pair(byte[] record) {
        ByteBuffer in = ByteBuffer.wrap(record);
        return new Pair(nodes.find(in.getLong()), nodes.find(in.getLong()));
    }

    private void compare(List<Pair> pairs, Map<Long, byte[]> places, Candidates candidates) throws IOException {
        Map<Long, ShingleSet> texts = read(workshop.rows(), places);
        Predicate<Pair> candidate = candidates.at(places);
        for (Pair pair : pairs) {
            if (!nodes.connected(pair.one, pair.other) && candidate.test(pair) && jaccard(texts, pair) >= LEAST) {
                nodes.join(pair.one, pair.other);
            }
        }
        pairs.clear();
        places.clear();
    }

    private Predicate<Pair> inBands(Map<Long, byte[]> places) throws IOException {
        Map<Long, long[]> bands = new HashMap<>();
        workshop.rows()
                .read(
                        SIGNATURE,
                        sorted(places),
                        (ref, row) -> bands.put(
                                ref,
                                Bands.of(Objects.requireNonNull(row.binary(0)).getBytes())));
        return pair -> shareOne(
                Objects.requireNonNull(bands.get(nodes.ref(pair.one))),
                Objects.requireNonNull(bands.get(nodes.ref(pair.other))));
    }

    private static boolean shareOne(long[] bands, long[] others) {
        for (int i = 0; i < bands.length; i++) {
            if (bands[i] == others[i]) {
                return true;
            }
        }
        return false;
    }

    private double jaccard(Map<Long, ShingleSet> texts, Pair pair) {
        ShingleSet one = Objects.requireNonNull(texts.get(nodes.ref(pair.one)));
        return one.jaccard(Objects.requireNonNull(texts.get(nodes.ref(pair.other))));
    }

    /** The texts at places, by ref. */
    static Map<Long, ShingleSet> read(DocumentRows rows, Map<Long, byte[]> places) throws IOException {
        Map<Long, ShingleSet> texts = new HashMap<>();
        rows.read(TEXT, sorted(places), (ref, row) -> texts.put(ref, shingles(row)));
        return texts;
    }

    private static RecordCursor sorted(Map<Long, byte[]> places) {
        return RecordCursor.of(
                places.values().stream().sorted(Arrays::compareUnsigned).toList());
    }

    /** The shingles of a row of {@link #TEXT}. */
    static ShingleSet shingles(Row row) {
        return ShingleSet.of(Objects.requireNonNull(row.string(0)));
    }
}
