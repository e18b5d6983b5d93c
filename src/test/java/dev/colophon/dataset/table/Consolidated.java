package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A batch that is consolidated step by step, by one thread. */
public final class Consolidated {
    private Consolidated() {}

    /** The parts of documents, evidence, rejects and inputs that replace all live ones of a batch, staged. */
    public static List<Part> of(Storage dataset, String staging, BatchConsolidation.Batch batch) throws IOException {
        BatchConsolidation consolidation = new BatchConsolidation(dataset, staging);
        consolidation.begin(batch);
        BatchConsolidation.Gathered gathered = consolidation.gather(batch, 0);
        if (!gathered.tasks().isEmpty()) {
            throw new IllegalArgumentException("more runs than tests have");
        }
        List<Part> parts = new ArrayList<>();
        for (MergeTask task : consolidation.plan(batch)) {
            String attempt = Integer.toString(parts.size());
            List<Part> written = task.write(dataset, staging, attempt);
            task.take(dataset, staging, attempt, written);
            parts.addAll(written);
        }
        parts.add(consolidation.finish(batch));
        return parts;
    }
}
