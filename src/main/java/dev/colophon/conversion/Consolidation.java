package dev.colophon.conversion;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.duplicates.DuplicateUpdate;
import dev.colophon.dataset.table.BatchConsolidation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Merges the staged shards of each batch, with the rows that the batch holds already, into sorted parts, and finds what they
 * repeat of the whole archive.
 */
final class Consolidation {
    private final ConversionRun run;

    Consolidation(ConversionRun run) {
        this.run = run;
    }

    void consolidate() throws IOException {
        run.progress().entering("consolidate");
        List<Part> parts = new ArrayList<>();
        DuplicateUpdate.Change duplicates = DuplicateUpdate.Change.NONE;
        if (!run.committed()) {
            BatchConsolidation consolidation = new BatchConsolidation(run.storage(), run.staging());
            for (String batch : run.plan().batches()) {
                parts.addAll(consolidation.consolidate(new BatchConsolidation.Batch(
                        batch,
                        run.stagedShards(batch),
                        run.dataset().current().partsOf(Set.of(batch)),
                        run.plan().replaced().getOrDefault(batch, Set.of()))));
            }
            DuplicateUpdate update = new DuplicateUpdate(run.storage(), run.staging(), run.id());
            boolean readable = run.dataset().isReadable("documents", run.plan().batches());
            duplicates = (readable ? update : update.anew())
                    .update(run.dataset().current(), run.plan().batches(), parts);
            parts.addAll(duplicates.added());
        }
        run.parts(parts, duplicates.removed());
    }
}
