package dev.colophon.dataset.duplicates;

import java.util.Arrays;

/** Numbers distinct 64-bit hashes from 0 in the order in which they come. Not thread-safe. */
final class LongIndex {
    private static final int FREE = -1;

    private long[] values = new long[64];
    private int[] slots = freeSlots(128);
    private int size;

    private static int[] freeSlots(int count) {
        int[] slots = new int[count];
        Arrays.fill(slots, FREE);
        return slots;
    }

    int size() {
        return size;
    }

    long value(int number) {
        return values[number];
    }

    boolean contains(long value) {
        return find(value) >= 0;
    }

    /** The number of a value; -1 where it is not there. */
    int find(long value) {
        return slots[slot(value)];
    }

    /** The number of a value, which is new where it equals the size before. */
    int add(long value) {
        int slot = slot(value);
        if (slots[slot] != FREE) {
            return slots[slot];
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size] = value;
        slots[slot] = size++;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private int slot(long value) {
        int slot = (int) (value ^ (value >>> 32)) & (slots.length - 1);
        while (slots[slot] != FREE && values[slots[slot]] != value) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        slots = freeSlots(slots.length * 2);
        for (int number = 0; number < size; number++) {
            slots[slot(values[number])] = number;
        }
    }
}
