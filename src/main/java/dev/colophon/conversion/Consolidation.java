package dev.colophon.conversion;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.duplicates.DuplicateUpdate;
import dev.colophon.dataset.table.BatchConsolidation;
import dev.colophon.dataset.table.MergeWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    /** Writes the parts of all batches, unless a run that is committed needs none. */
    void merge(MergeWriter writer) throws Exception {
        run.progress().entering("consolidate");
        if (run.committed()) {
            run.merged(List.of());
            return;
        }
        run.merged(new BatchConsolidation(run.storage(), run.staging()).consolidate(batches(), writer));
    }

    private List<BatchConsolidation.Batch> batches() throws IOException {
        List<BatchConsolidation.Batch> batches = new ArrayList<>();
        for (String batch : run.plan().batches()) {
            batches.add(new BatchConsolidation.Batch(
                    batch,
                    run.stagedShards(batch),
                    run.dataset().current().partsOf(Set.of(batch)),
                    run.plan().replaced().getOrDefault(batch, Set.of())));
        }
        return batches;
    }

    /** Finds what the merged parts repeat, and what no longer does; to be called once they are there. */
    void findDuplicates() throws IOException {
        List<Part> merged = Objects.requireNonNull(run.merged(), "the shards are not merged");
        if (run.committed()) {
            return;
        }
        DuplicateUpdate update = new DuplicateUpdate(run.storage(), run.staging(), run.id());
        boolean readable = run.dataset().isReadable("documents", run.plan().batches());
        DuplicateUpdate.Change duplicates = (readable ? update : update.anew())
                .update(run.dataset().current(), run.plan().batches(), merged);
        List<Part> parts = new ArrayList<>(merged);
        parts.addAll(duplicates.added());
        run.parts(parts, duplicates.removed());
    }
}
