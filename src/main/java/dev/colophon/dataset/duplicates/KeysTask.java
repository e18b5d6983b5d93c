package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.table.ConsolidationTask;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * Reads the keys of the texts of documents: what it gives is a file of keys in order, each once.
 *
 * @param holdings path of the file that tells what the places' batch numbers stand for
 * @param places path of the file of the documents' places, in order
 */
record KeysTask(String holdings, String places) implements ConsolidationTask {
    @Override
    public String name() {
        return places;
    }

    /** Path of the keys, once an attempt is taken. */
    String keys() {
        return places + ".keys";
    }

    private static String written(String staging, String attempt) {
        return ConsolidationTask.place(staging, attempt) + "/keys.bin";
    }

    @Override
    public List<Part> write(Storage dataset, String staging, String attempt) throws IOException {
        DocumentRows rows = new DocumentRows(dataset, staging, Holdings.read(dataset, holdings));
        String work = ConsolidationTask.place(staging, attempt) + "/keys";
        try (RecordSorter keys = new RecordSorter(dataset, work, Posting.KEY_BYTES);
                RecordCursor wanted = new RecordReader(dataset, places, DocumentRows.PLACE)) {
            rows.read(DocumentKeys.COLUMNS, wanted, (ref, document) -> {
                Entry entry = Objects.requireNonNull(DocumentKeys.entry(document, 0, 0), "an open document has a text");
                for (byte[] key : Posting.textKeys(entry.text(), DocumentKeys.signature(document))) {
                    keys.add(key);
                }
            });
            try (RecordCursor sorted = keys.open()) {
                RecordWriter.write(dataset, written(staging, attempt), sorted);
            }
        }
        return List.of();
    }

    @Override
    public void take(Storage dataset, String staging, String attempt, List<Part> parts) throws IOException {
        dataset.move(written(staging, attempt), keys());
    }
}
