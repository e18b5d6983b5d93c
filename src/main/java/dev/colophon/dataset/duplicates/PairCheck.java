package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.dataset.table.Tables;
import dev.colophon.dedup.ShingleSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Compares the texts of pairs. Texts are read from the documents, some hundred at a time in the order in which they lie
 * there; those of one round take 4 MB of heap where they are articles, and never more than 128 MB.
 */
final class PairCheck {
    /** From this Jaccard similarity on two texts are copies of each other. */
    static final double LEAST = 0.8;

    private static final int TEXTS_AT_ONCE = 1000;
    private static final Table<Void> TEXT = Tables.named("documents").project("texts", "text");

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
     * @param pairs of refs of nodes whose places are known
     */
    void check(RecordSorter pairs) throws IOException {
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
                    compare(some, places);
                }
            }
            compare(some, places);
        }
    }

    private Pair pair(byte[] record) {
        ByteBuffer in = ByteBuffer.wrap(record);
        return new Pair(nodes.find(in.getLong()), nodes.find(in.getLong()));
    }

    private void compare(List<Pair> pairs, Map<Long, byte[]> places) throws IOException {
        Map<Long, ShingleSet> texts = read(workshop.rows(), places);
        for (Pair pair : pairs) {
            if (!nodes.connected(pair.one, pair.other) && jaccard(texts, pair) >= LEAST) {
                nodes.join(pair.one, pair.other);
            }
        }
        pairs.clear();
        places.clear();
    }

    private double jaccard(Map<Long, ShingleSet> texts, Pair pair) {
        ShingleSet one = Objects.requireNonNull(texts.get(nodes.ref(pair.one)));
        return one.jaccard(Objects.requireNonNull(texts.get(nodes.ref(pair.other))));
    }

    /** The texts at places, by ref. */
    static Map<Long, ShingleSet> read(DocumentRows rows, Map<Long, byte[]> places) throws IOException {
        SortedSet<byte[]> sorted = new TreeSet<>(java.util.Arrays::compareUnsigned);
        sorted.addAll(places.values());
        Map<Long, ShingleSet> texts = new HashMap<>();
        rows.read(TEXT, RecordCursor.of(sorted), (ref, row) -> texts.put(ref, ShingleSet.of(text(row))));
        return texts;
    }

    private static String text(Row row) {
        return Objects.requireNonNull(row.string(0));
    }
}
