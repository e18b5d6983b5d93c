package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.table.FileTask;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.Objects;

/**
 * Reads the keys of the texts of documents: what it gives is a file of keys in order, each once.
 *
 * @param holdings path of the file that tells what the places' batch numbers stand for
 * @param places path of the file of the documents' places, in order
 */
record KeysTask(String holdings, String places) implements FileTask {
    @Override
    public String name() {
        return places;
    }

    @Override
    public String path() {
        return places + ".keys";
    }

    @Override
    public void write(Storage dataset, String staging, String work, String written) throws IOException {
        DocumentRows rows = new DocumentRows(dataset, staging, Holdings.read(dataset, holdings));
        try (RecordSorter keys = new RecordSorter(dataset, work + "/keys", Posting.KEY_BYTES);
                RecordCursor wanted = new RecordReader(dataset, places, DocumentRows.PLACE)) {
            rows.read(DocumentKeys.COLUMNS, wanted, (ref, document) -> {
                Entry entry = Objects.requireNonNull(DocumentKeys.entry(document, 0, 0), "an open document has a text");
                for (byte[] key : Posting.textKeys(entry.text(), DocumentKeys.signature(document))) {
                    keys.add(key);
                }
            });
            try (RecordCursor sorted = keys.open()) {
                RecordWriter.write(dataset, written, sorted);
            }
        }
    }
}
