package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.dataset.table.Tables;
import dev.colophon.text.Hashes;
import java.util.Objects;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** What is read of the documents to find their copies. */
final class DocumentKeys {
    static final Table<Void> COLUMNS = Tables.named("documents")
            .project("keys", "doc_id", "url_canonical", "captured_at", "text_chars", "text_sha256", "minhash");

    private static final int ID = COLUMNS.position("doc_id");
    private static final int URL = COLUMNS.position("url_canonical");
    private static final int CAPTURED = COLUMNS.position("captured_at");
    private static final int CHARS = COLUMNS.position("text_chars");
    private static final int TEXT = COLUMNS.position("text_sha256");
    private static final int MINHASH = COLUMNS.position("minhash");

    private DocumentKeys() {}

    /** The entry of a document; null where it has no text, which nothing can repeat. */
    static @Nullable Entry entry(Row document, int row, int batch) {
        String text = document.string(TEXT);
        if (text == null || Integer.valueOf(0).equals(document.value(CHARS))) {
            return null;
        }
        Long captured = (Long) document.value(CAPTURED);
        String url = document.string(URL);
        return new Entry(
                Objects.requireNonNull(document.string(ID)),
                captured == null ? Long.MAX_VALUE : captured,
                hash(text),
                url == null ? 0 : hash(Hashes.sha256Hex(url)),
                row,
                batch);
    }

    private static long hash(String sha256) {
        return Long.parseUnsignedLong(sha256, 0, 16, 16);
    }

    static byte @Nullable [] signature(Row document) {
        Binary minhash = document.binary(MINHASH);
        return minhash == null ? null : minhash.getBytes();
    }
}
