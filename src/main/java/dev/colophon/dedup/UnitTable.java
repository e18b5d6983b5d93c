package dev.colophon.dedup;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** A property of UTF-16 units that is asked for each unit of each text: worked out once for each block of 256. Thread-safe. */
final class UnitTable {
    private static final int BLOCK = 256;

    private final AtomicReferenceArray<int[]> blocks = new AtomicReferenceArray<>((Character.MAX_VALUE + 1) / BLOCK);
    private final Property property;
    private final int[] first;

    UnitTable(Property property) {
        this.property = property;
        this.first = block(0);
    }

    /** Works out the property. */
    interface Property {
        int of(char unit);
    }

    int of(char unit) {
        if (unit < BLOCK) {
            return first[unit];
        }
        int[] block = blocks.get(unit / BLOCK);
        return (block == null ? block(unit / BLOCK) : block)[unit % BLOCK];
    }

    private int[] block(int number) {
        int[] block = new int[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = property.of((char) (number * BLOCK + i));
        }
        blocks.set(number, block);
        return block;
    }
}
