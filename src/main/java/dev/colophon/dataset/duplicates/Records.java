package dev.colophon.dataset.duplicates;

import java.nio.ByteBuffer;

/** Bytes of numbers, big endian. */
final class Records {
    private Records() {}

    static byte[] of(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    static byte[] of(long first, long second) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(first)
                .putLong(second)
                .array();
    }
}
