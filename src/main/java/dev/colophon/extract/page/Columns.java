package dev.colophon.extract.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures of blocks of one page, column by column, as whole numbers in the same order as the measures: to compare them
 * takes no branch. Immutable once filled.
 */
final class Columns {
    /** The key that no measure reaches. */
    static final int BEYOND = Integer.MAX_VALUE;

    private final int rows;
    private final int[] keys;
    /** Whether all rows of a column are alike. */
    private final boolean[] shared;

    private Columns(int rows, int columns) {
        this.rows = rows;
        this.keys = new int[rows * columns];
        this.shared = new boolean[columns];
    }

    /** Each feature of every block, and what its words say. */
    static Columns of(PageMeasures page, List<Feature<PageMeasures>> features, PageOdds odds) {
        Columns columns = new Columns(page.size(), features.size() + PageOdds.ALL.size());
        for (int i = 0; i < features.size(); i++) {
            columns.measure(i, features.get(i), page, null);
        }
        for (int i = 0; i < PageOdds.ALL.size(); i++) {
            columns.measure(features.size() + i, PageOdds.ALL.get(i), odds, null);
        }
        return columns;
    }

    /** Rows that have been measured. */
    static Columns of(float[][] rows) {
        Columns columns = new Columns(rows.length, rows.length == 0 ? 0 : rows[0].length);
        for (int i = 0; i < columns.shared.length; i++) {
            for (int k = 0; k < rows.length; k++) {
                columns.keys[i * rows.length + k] = key(rows[k][i]);
            }
            columns.compare(i);
        }
        return columns;
    }

    /** Some columns of some rows, and each feature of their blocks. */
    Columns of(int[] kept, int[] blocks, FirstGuess guess, List<Feature<FirstGuess>> features) {
        Columns columns = new Columns(blocks.length, kept.length + features.size());
        for (int i = 0; i < kept.length; i++) {
            columns.copy(i, this, kept[i], blocks);
        }
        for (int i = 0; i < features.size(); i++) {
            columns.measure(kept.length + i, features.get(i), guess, blocks);
        }
        return columns;
    }

    private void copy(int column, Columns other, int from, int[] blocks) {
        int copied = other.shared[from] ? Math.min(1, rows) : rows;
        for (int i = 0; i < copied; i++) {
            keys[column * rows + i] = other.keys[from * other.rows + (other.shared[from] ? 0 : blocks[i])];
        }
        finish(column, copied);
    }

    private <P> void measure(int column, Feature<P> feature, P page, int @Nullable [] blocks) {
        Feature.Measure<P> measure = feature.measure();
        int start = column * rows;
        int measured = feature.shared() ? Math.min(1, rows) : rows;
        for (int i = 0; i < measured; i++) {
            keys[start + i] = key(measure.of(page, blocks == null ? i : blocks[i]));
        }
        finish(column, measured);
    }

    /** Notes whether all rows are alike, which is known where not all were filled: nobody asks for the others. */
    private void finish(int column, int filled) {
        if (filled < rows) {
            shared[column] = true;
        } else {
            compare(column);
        }
    }

    private void compare(int column) {
        int at = column * rows + 1;
        int end = (column + 1) * rows;
        while (at < end && keys[at] == keys[at - 1]) {
            at++;
        }
        shared[column] = at >= end;
    }

    /** A whole number in the order of the measures; what is no number comes behind all, since it is less than none. */
    static int key(float measure) {
        int bits = Float.floatToIntBits(measure + 0f); // -0 is 0
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    int rows() {
        return rows;
    }

    /** Column by column; of a shared one the first row alone. */
    int[] keys() {
        return keys;
    }

    /** Whether all rows of a column are alike. */
    boolean isShared(int column) {
        return shared[column];
    }

    /** What all rows of a column hold. */
    int sharedKey(int column) {
        return keys[column * rows];
    }
}
