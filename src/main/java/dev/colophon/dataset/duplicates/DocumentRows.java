package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.Layout;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowPicker;
import dev.colophon.dataset.parquet.RowReader;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads documents by the numbers of their rows. */
final class DocumentRows {
    /** Bytes of a place: batch, row, ref. */
    static final int PLACE = 16;

    private static final int ROWS_AT_ONCE = 8192;

    private final Storage storage;
    private final String staging;
    private final Holdings holdings;

    /** @param staging folder of the run, where staged parts lie */
    DocumentRows(Storage storage, String staging, Holdings holdings) {
        this.storage = storage;
        this.staging = staging;
        this.holdings = holdings;
    }

    /** Takes a document. */
    interface Sink {
        /**
         * Takes it.
         *
         * @param ref which of the documents it is
         */
        void row(long ref, Row row) throws IOException;
    }

    /** Takes a document, and says whether it takes more. */
    interface Taking {
        /**
         * Takes it.
         *
         * @param ref which of the documents it is
         * @return whether the next one is to be read
         */
        boolean row(long ref, Row row) throws IOException;
    }

    /** Takes a document of a batch. */
    interface Numbered {
        /**
         * Takes it.
         *
         * @param number of the row in its batch
         */
        void row(int number, Row row) throws IOException;
    }

    static byte[] place(Entry entry) {
        return place(entry.batch(), entry.row(), entry.ref());
    }

    static byte[] place(int batch, int row, long ref) {
        return ByteBuffer.allocate(PLACE).putInt(batch).putInt(row).putLong(ref).array();
    }

    static long ref(byte[] place) {
        return ByteBuffer.wrap(place).getLong(PLACE - Long.BYTES);
    }

    private String path(BatchDocuments batch, Part part) {
        return batch.staged() ? Layout.stagedUnder(staging, part.path()) : part.path();
    }

    /** Reads all documents of a batch. */
    void all(BatchDocuments batch, Table<?> columns, Numbered sink) throws IOException {
        int number = 0;
        for (Part part : batch.parts()) {
            try (RowCursor rows = RowReader.open(storage, path(batch, part), columns)) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    sink.row(number++, row);
                }
            }
        }
    }

    /**
     * Reads documents: one for each place, in their order.
     *
     * @param places sorted
     */
    void read(Table<?> columns, RecordCursor places, Sink sink) throws IOException {
        readWhile(columns, places, (ref, row) -> {
            sink.row(ref, row);
            return true;
        });
    }

    /**
     * Reads documents until one is enough.
     *
     * @param places sorted
     * @return whether it was asked for more at each
     */
    boolean readWhile(Table<?> columns, RecordCursor places, Taking sink) throws IOException {
        Wanted wanted = new Wanted(places);
        boolean more = true;
        while (more && wanted.next != null) {
            int batch = ByteBuffer.wrap(wanted.next).getInt();
            more = read(holdings.batches().get(batch), columns, wanted.chunk(batch), sink);
        }
        return more;
    }

    private boolean read(BatchDocuments batch, Table<?> columns, Chunk chunk, Taking sink) throws IOException {
        long before = 0;
        int at = 0;
        for (Part part : batch.parts()) {
            int from = at;
            while (at < chunk.rows.length && chunk.rows[at] < before + part.rows()) {
                at++;
            }
            if (at > from && !read(path(batch, part), columns, chunk.within(from, at, before), sink)) {
                return false;
            }
            before += part.rows();
        }
        if (at < chunk.rows.length) {
            throw lacks("a batch of " + before + " documents", chunk.rows[at]);
        }
        return true;
    }

    private boolean read(String path, Table<?> columns, Chunk chunk, Taking sink) throws IOException {
        try (RowCursor picked = RowPicker.open(storage, path, columns, chunk.rows)) {
            for (int i = 0; i < chunk.rows.length; i++) {
                Row row = picked.next();
                if (row == null) {
                    throw lacks(path, chunk.rows[i]);
                }
                if (!sink.row(chunk.refs[i], row)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static IOException lacks(String where, long row) {
        return new IOException(
                where + " lacks row " + row + ", which the index of duplicates names; verify the dataset");
    }

    /** Rows of one batch, or of one of its parts. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    private record Chunk(long[] rows, long[] refs) {
        /** Some of them, counted from another row on. */
        Chunk within(int from, int to, long first) {
            return new Chunk(
                    Arrays.stream(rows, from, to).map(row -> row - first).toArray(),
                    Arrays.copyOfRange(refs, from, to));
        }
    }

    private static final class Wanted {
        private final RecordCursor places;
        private byte @Nullable [] next;

        Wanted(RecordCursor places) throws IOException {
            this.places = places;
            this.next = places.next();
        }

        Chunk chunk(int batch) throws IOException {
            long[] rows = new long[ROWS_AT_ONCE];
            long[] refs = new long[ROWS_AT_ONCE];
            int count = 0;
            while (next != null && count < ROWS_AT_ONCE) {
                ByteBuffer place = ByteBuffer.wrap(next);
                if (place.getInt() != batch) {
                    break;
                }
                rows[count] = place.getInt();
                refs[count++] = place.getLong();
                next = places.next();
            }
            return new Chunk(Arrays.copyOf(rows, count), Arrays.copyOf(refs, count));
        }
    }
}
