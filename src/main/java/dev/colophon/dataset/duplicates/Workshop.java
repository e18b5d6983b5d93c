package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.table.TaskRunner;
import dev.colophon.storage.Storage;

/**
 * What the steps of an update share.
 *
 * @param staging folder of the run
 * @param folder for files that go when it is done
 * @param now what the archive will hold
 * @param rows its documents
 * @param index over them
 * @param clusters of the archive as it was
 * @param runner of the tasks that compare texts
 * @param comparisons how much is one of them
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
        Comparisons.Size comparisons) {

    static final int REF = Long.BYTES;

    RecordSorter sorter(String name, int width) {
        return new RecordSorter(storage, folder + "/" + name, width);
    }
}
