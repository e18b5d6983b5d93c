package dev.colophon.dataset.duplicates;

import dev.colophon.dedup.Bands;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a document has a key in common with others, in records of {@value #WIDTH} bytes: key (48 bits, the last two of which
 * are its kind), document, batch.
 */
final class Posting {
    static final int WIDTH = 16;
    static final int KEY_BYTES = 6;
    static final int MOST_BATCHES = 1 << 16;

    /** What a key is made of. */
    enum Kind {
        /** The text's hash. */
        TEXT(0),
        /** A band of the MinHash signature. */
        BAND(1),
        /** The canonical address. */
        URL(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    private Posting() {}

    static byte[] key(Kind kind, long hash) {
        long key = ((hash >>> 16) & ~3L) | kind.code;
        return Arrays.copyOf(ByteBuffer.allocate(8).putLong(key << 16).array(), KEY_BYTES);
    }

    /** The keys of a text. */
    static List<byte[]> textKeys(long text, byte @Nullable [] signature) {
        List<byte[]> keys = new ArrayList<>();
        keys.add(key(Kind.TEXT, text));
        keys.addAll(bandKeys(signature));
        return keys;
    }

    static List<byte[]> bandKeys(byte @Nullable [] signature) {
        List<byte[]> keys = new ArrayList<>();
        if (signature != null) {
            for (long band : Bands.of(signature)) {
                keys.add(key(Kind.BAND, band));
            }
        }
        return keys;
    }

    static byte[] record(byte[] key, long ref, int batch) {
        return ByteBuffer.allocate(WIDTH)
                .put(key)
                .putLong(ref)
                .putShort((short) batch)
                .array();
    }

    static boolean haveSameKey(byte[] one, byte[] other) {
        return Arrays.equals(one, 0, KEY_BYTES, other, 0, KEY_BYTES);
    }

    static Kind kind(byte[] record) {
        return switch (record[KEY_BYTES - 1] & 3) {
            case 0 -> Kind.TEXT;
            case 1 -> Kind.BAND;
            default -> Kind.URL;
        };
    }

    static long ref(byte[] record) {
        return ByteBuffer.wrap(record).getLong(KEY_BYTES);
    }

    static int batch(byte[] record) {
        return ByteBuffer.wrap(record).getShort(KEY_BYTES + Long.BYTES) & 0xFFFF;
    }
}
