package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.dataset.table.Tables;
import dev.colophon.dedup.Bands;
import dev.colophon.dedup.ShingleSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says how similar the texts of pairs are. All texts of some pairs are read at once, in the order in which they lie in
 * the archive, and held as sets of shingles; where those would take more than {@value #MOST_BYTES} bytes, the pairs are
 * halved.
 */
final class TextComparison {
    static final Table<Void> TEXT = Tables.named("documents").project("texts", "text");

    private static final Table<Void> SIGNATURE = Tables.named("documents").project("signatures", "minhash");
    private static final long MOST_BYTES = 128L << 20;

    private final DocumentRows rows;
    private final boolean inBands;
    private final long mostBytes;

    /** @param inBands whether pairs that share no band of their signatures count as having nothing in common */
    TextComparison(DocumentRows rows, boolean inBands) {
        this(rows, inBands, MOST_BYTES);
    }

    TextComparison(DocumentRows rows, boolean inBands, long mostBytes) {
        this.rows = rows;
        this.inBands = inBands;
        this.mostBytes = mostBytes;
    }

    /**
     * The Jaccard similarities of the texts of pairs, in their order.
     *
     * @param pairs as {@link Comparisons} writes them
     */
    double[] similarities(List<byte[]> pairs) throws IOException {
        double[] similarities = new double[pairs.size()];
        if (!pairs.isEmpty()) {
            compare(pairs, similarities, 0);
        }
        return similarities;
    }

    private void compare(List<byte[]> pairs, double[] similarities, int from) throws IOException {
        List<byte[]> places = places(pairs);
        List<ShingleSet> texts = texts(places, pairs.size() == 1 ? Long.MAX_VALUE : mostBytes);
        if (texts == null) {
            int half = pairs.size() / 2;
            compare(pairs.subList(0, half), similarities, from);
            compare(pairs.subList(half, pairs.size()), similarities, from + half);
            return;
        }
        List<long[]> bands = inBands ? bands(places) : List.of();
        for (int i = 0; i < pairs.size(); i++) {
            int one = Collections.binarySearch(places, first(pairs.get(i)), Arrays::compareUnsigned);
            int other = Collections.binarySearch(places, second(pairs.get(i)), Arrays::compareUnsigned);
            if (!inBands || shareOne(bands.get(one), bands.get(other))) {
                similarities[from + i] = texts.get(one).jaccard(texts.get(other));
            }
        }
    }

    private static byte[] first(byte[] pair) {
        return Arrays.copyOf(pair, DocumentRows.PLACE);
    }

    private static byte[] second(byte[] pair) {
        return Arrays.copyOfRange(pair, DocumentRows.PLACE, Comparisons.PAIR);
    }

    /** In order, each once. A document that stands in several batches has several, and a text at each. */
    private static List<byte[]> places(List<byte[]> pairs) {
        TreeSet<byte[]> places = new TreeSet<>(Arrays::compareUnsigned);
        for (byte[] pair : pairs) {
            places.add(first(pair));
            places.add(second(pair));
        }
        return List.copyOf(places);
    }

    /** The texts at places, in their order; null where they would take more bytes than that. */
    private @Nullable List<ShingleSet> texts(List<byte[]> places, long most) throws IOException {
        List<ShingleSet> texts = new ArrayList<>();
        long[] bytes = new long[1];
        boolean all = rows.readWhile(TEXT, RecordCursor.of(places), (ref, row) -> {
            ShingleSet text = shingles(row);
            bytes[0] += (long) text.size() * Long.BYTES;
            texts.add(text);
            return bytes[0] <= most;
        });
        return all ? texts : null;
    }

    private List<long[]> bands(List<byte[]> places) throws IOException {
        List<long[]> bands = new ArrayList<>();
        rows.read(
                SIGNATURE,
                RecordCursor.of(places),
                (ref, row) ->
                        bands.add(Bands.of(Objects.requireNonNull(row.binary(0)).getBytes())));
        return bands;
    }

    private static boolean shareOne(long[] bands, long[] others) {
        for (int i = 0; i < bands.length; i++) {
            if (bands[i] == others[i]) {
                return true;
            }
        }
        return false;
    }

    /** The shingles of a row of {@link #TEXT}. */
    static ShingleSet shingles(Row row) {
        return ShingleSet.of(Objects.requireNonNull(row.string(0)));
    }
}
