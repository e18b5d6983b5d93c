package dev.colophon.dataset.duplicates;

import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings the index up to batches that were merged into one: no document comes or goes, so nothing is compared, but the index
 * knows documents by their batches. Only the merged batch is read; the rest of the index is copied.
 */
public final class MergedBatches {
    private final Storage storage;
    private final String staging;
    private final String run;

    /**
     * @param staging folder of the run in the dataset
     * @param run its id
     */
    public MergedBatches(Storage storage, String staging, String run) {
        this.storage = storage;
        this.staging = staging;
        this.run = run;
    }

    /**
     * Stages the index. Where the archive has none of its present documents, nothing is staged, and the next run compares all.
     *
     * @param before what is live
     * @param merged names of the batches that go
     * @param into the batch that they become, which may be one of them
     * @param staged its parts; those of other tables than {@code documents} are passed over
     */
    public DuplicateUpdate.Change index(Manifest before, Collection<String> merged, String into, List<Part> staged)
            throws IOException {
        Holdings was = Holdings.of(before);
        Set<String> rebuilt = new HashSet<>(merged);
        rebuilt.add(into);
        Holdings now = was.after(run, rebuilt, staged);
        IndexWriter writer = new IndexWriter(storage, staging, before);
        if (!writer.isComplete(was, new DocumentRows(storage, staging, was))) {
            return DuplicateUpdate.Change.NONE;
        }
        var unused = writer.write(now, new DocumentRows(storage, staging, now));
        return new DuplicateUpdate.Change(writer.staged(), writer.removed());
    }
}
