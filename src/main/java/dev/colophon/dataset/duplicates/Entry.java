package dev.colophon.dataset.duplicates;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * What the index knows of a document, in records of {@value #WIDTH} bytes: doc_id, captured_at, text, url, row, batch;
 * numbers are big endian.
 *
 * @param id the doc_id, 16 hex digits of which are {@link #ref}
 * @param captured microseconds since 1970; {@link Long#MAX_VALUE} where unknown, so that it comes last
 * @param text the first 64 bits of text_sha256
 * @param url the first 64 bits of the SHA-256 of url_canonical; 0 where unknown
 * @param row its number among the rows of the batch's document parts, from 0
 * @param batch number of its batch in a list that goes with the record
 */
record Entry(String id, long captured, long text, long url, int row, int batch) {
    static final int WIDTH = 64;
    static final int ID_BYTES = 32;

    Entry {
        if (id.length() != 2 * ID_BYTES) {
            throw new IllegalArgumentException("a doc_id has 64 hex digits, found " + id);
        }
    }

    /** The document for short: the first 64 bits of its id. */
    long ref() {
        return ref(id);
    }

    static long ref(String id) {
        return Long.parseUnsignedLong(id, 0, 16, 16);
    }

    boolean isBefore(Entry other) {
        int order = Long.compare(captured, other.captured);
        return order == 0 ? id.compareTo(other.id) < 0 : order < 0;
    }

    /** Whether it stands for the same document with the same content, wherever its row is. */
    boolean isSameAs(Entry other) {
        return id.equals(other.id) && captured == other.captured && text == other.text && url == other.url;
    }

    Entry inBatch(int number) {
        return new Entry(id, captured, text, url, row, number);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(WIDTH)
                .put(HexFormat.of().parseHex(id))
                .putLong(captured)
                .putLong(text)
                .putLong(url)
                .putInt(row)
                .putInt(batch)
                .array();
    }

    static Entry of(byte[] record) {
        ByteBuffer in = ByteBuffer.wrap(record);
        byte[] id = new byte[ID_BYTES];
        in.get(id);
        return new Entry(
                HexFormat.of().formatHex(id), in.getLong(), in.getLong(), in.getLong(), in.getInt(), in.getInt());
    }
}
