package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.json.Json;
import dev.colophon.dataset.table.TaskRunner;
import dev.colophon.storage.Storage;
import java.io.IOException;

/**
 * What the steps of an update share.
 *
 * @param staging folder of the run
 * @param folder for files that go when it is done
 * @param now what the archive will hold
 * @param rows its documents
 * @param index over them
 * @param clusters of the archive as it was
 * @param runner of tasks
 * @param taskSize how much is one of them
 */
record Workshop(
        Storage storage,
        String staging,
        String folder,
        Holdings now,
        DocumentRows rows,
        DuplicateIndex index,
        KnownClusters clusters,
        Nodes nodes,
        TaskRunner runner,
        TaskSize taskSize) {

    static final int REF = Long.BYTES;

    /** Path of the file that tells tasks what the numbers of batches stand for. */
    String holdings() throws IOException {
        String path = folder + "/holdings.json";
        if (!storage.exists(path)) {
            byte[] json = Json.bytes(now);
            storage.write(path, out -> out.write(json));
        }
        return path;
    }

    RecordSorter sorter(String name, int width) {
        return new RecordSorter(storage, folder + "/" + name, width);
    }
}
