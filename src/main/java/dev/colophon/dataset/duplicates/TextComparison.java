package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.dataset.table.Tables;
import dev.colophon.dedup.Bands;
import dev.colophon.dedup.ShingleSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Says how similar the texts of pairs are. All texts of some pairs are read at once, in the order in which they lie in the archive,
 * and held as sets of shingles; where those would take more than {@value #MOST_BYTES} bytes, the pairs are halved.
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
        TreeSet<byte[]> places = new TreeSet<>(Arrays::compareUnsigned);
        for (byte[] pair : pairs) {
            places.add(Arrays.copyOf(pair, DocumentRows.PLACE));
            places.add(Arrays.copyOfRange(pair, DocumentRows.PLACE, Comparisons.PAIR));
        }
        Map<Long, ShingleSet> texts = texts(places, pairs.size() == 1 ? Long.MAX_VALUE : mostBytes);
        if (texts.size() < places.size()) {
            int half = pairs.size() / 2;
            compare(pairs.subList(0, half), similarities, from);
            compare(pairs.subList(half, pairs.size()), similarities, from + half);
            return;
        }
        Map<Long, long[]> bands = inBands ? bands(places) : Map.of();
        for (int i = 0; i < pairs.size(); i++) {
            ByteBuffer pair = ByteBuffer.wrap(pairs.get(i));
            long one = pair.getLong(DocumentRows.PLACE - Long.BYTES);
            long other = pair.getLong(Comparisons.PAIR - Long.BYTES);
            if (!inBands || shareOne(of(bands, one), of(bands, other))) {
                similarities[from + i] = of(texts, one).jaccard(of(texts, other));
            }
        }
    }

    /** The texts, by ref; not all of them where they would take too much. */
    private Map<Long, ShingleSet> texts(Collection<byte[]> places, long most) throws IOException {
        Map<Long, ShingleSet> texts = new HashMap<>();
        long[] bytes = new long[1];
        rows.read(TEXT, RecordCursor.of(places), (ref, row) -> {
            if (bytes[0] <= most) {
                ShingleSet text = shingles(row);
                bytes[0] += (long) text.size() * Long.BYTES;
                texts.put(ref, text);
            }
        });
        return texts;
    }

    private Map<Long, long[]> bands(Collection<byte[]> places) throws IOException {
        Map<Long, long[]> bands = new HashMap<>();
        rows.read(
                SIGNATURE,
                RecordCursor.of(places),
                (ref, row) -> bands.put(
                        ref, Bands.of(Objects.requireNonNull(row.binary(0)).getBytes())));
        return bands;
    }

    private static <T> T of(Map<Long, T> values, long ref) {
        return Objects.requireNonNull(values.get(ref));
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
