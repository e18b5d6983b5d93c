package dev.colophon.extract.page;

import java.util.List;
import java.util.function.ToIntFunction;

/** Running sums over blocks: the sum over an area is a difference of two of them. */
final class Sums {
    private Sums() {}

    /** Element {@code i} is the sum over the blocks before {@code i}. */
    static int[] of(List<PageBlock> blocks, ToIntFunction<PageBlock> value) {
        int[] sums = new int[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            sums[i + 1] = sums[i] + value.applyAsInt(blocks.get(i));
        }
        return sums;
    }

    static int over(int[] sums, Area area) {
        return sums[area.end()] - sums[area.first()];
    }
}
