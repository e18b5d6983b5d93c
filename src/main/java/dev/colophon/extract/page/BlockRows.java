package dev.colophon.extract.page;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures of blocks of one page, block by block, as whole numbers in the same order as the measures: to compare them takes
 * no branch. Immutable once filled.
 */
final class BlockRows {
    /** The key that no measure reaches. */
    static final int BEYOND = Integer.MAX_VALUE;

    private final int size;
    private final int width;
    private final int[] keys;

    private BlockRows(int size, int width) {
        this.size = size;
        this.width = width;
        this.keys = new int[size * width];
    }

    /** Each feature of every block, and what its words say. */
    static BlockRows of(PageMeasures page, List<Feature<PageMeasures>> features, PageOdds odds) {
        BlockRows rows = new BlockRows(page.size(), features.size() + PageOdds.ALL.size());
        int[] blocks = IntStream.range(0, page.size()).toArray();
        rows.measure(0, features, page, blocks);
        rows.measure(features.size(), PageOdds.ALL, odds, blocks);
        return rows;
    }

    /** Rows that have been measured. */
    static BlockRows of(float[][] measured) {
        BlockRows rows = new BlockRows(measured.length, measured.length == 0 ? 0 : measured[0].length);
        for (int i = 0; i < rows.keys.length; i++) {
            rows.keys[i] = key(measured[i / rows.width][i % rows.width]);
        }
        return rows;
    }

    /** Some measures of some rows, and each feature of their blocks. */
    BlockRows of(int[] kept, int[] blocks, FirstGuess guess, List<Feature<FirstGuess>> features) {
        BlockRows rows = new BlockRows(blocks.length, kept.length + features.size());
        for (int row = 0; row < blocks.length; row++) {
            for (int i = 0; i < kept.length; i++) {
                rows.keys[row * rows.width + i] = keys[blocks[row] * width + kept[i]];
            }
        }
        rows.measure(kept.length, features, guess, blocks);
        return rows;
    }

    /** Block by block, as what is looked at for one measure is near for the next. */
    private <P> void measure(int first, List<Feature<P>> features, P page, int[] blocks) {
        for (int row = 0; row < size; row++) {
            int at = row * width + first;
            for (int i = 0; i < features.size(); i++) {
                Feature<P> feature = features.get(i);
                boolean known = feature.shared() && row > 0;
                keys[at + i] = known ? keys[first + i] : key(feature.measure().of(page, blocks[row]));
            }
        }
    }

    /** A whole number in the order of the measures; what is no number comes behind all, since it is less than none. */
    static int key(float measure) {
        int bits = Float.floatToIntBits(measure + 0f); // -0 is 0
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** Measures of one. */
    int width() {
        return width;
    }

    /** Row by row. */
    int[] keys() {
        return keys;
    }
}
