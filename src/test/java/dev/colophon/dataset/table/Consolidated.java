package dev.colophon.dataset.table;

import dev.colophon.dataset.Part;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.List;

/** A batch that is consolidated by one thread. */
public final class Consolidated {
    private Consolidated() {}

    /** The parts of documents, evidence, rejects and inputs that replace all live ones of a batch, staged. */
    public static List<Part> of(Storage dataset, String staging, BatchConsolidation.Batch batch) throws IOException {
        try {
            return new BatchConsolidation(dataset, staging)
                    .consolidate(List.of(batch), Runners.inline(dataset, staging));
        } catch (IOException | RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }
}
