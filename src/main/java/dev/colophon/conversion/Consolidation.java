package dev.colophon.conversion;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.duplicates.DuplicateUpdate;
import dev.colophon.dataset.table.BatchConsolidation;
import dev.colophon.dataset.table.ContributorsTable;
import dev.colophon.dataset.table.TaskRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Merges the staged shards of each batch, with the rows that the batch holds already, into sorted parts, finds what
 * they repeat of the whole archive, and rebuilds its contributors. What takes long are tasks that a runner carries out.
 * What attempts leave goes with all that the run has staged, once it is committed: until then one that nobody waits for
 * any more may still write.
 */
final class Consolidation {
    private final ConversionRun run;
    private final TaskRunner runner;

    Consolidation(ConversionRun run, TaskRunner runner) {
        this.run = run;
        this.runner = runner;
    }

    /** Stages the parts of all tables, unless a run that is committed needs none. */
    void consolidate() throws Exception {
        run.progress().entering("consolidate");
        if (run.committed()) {
            return;
        }
        List<Part> merged = new BatchConsolidation(run.storage(), run.staging()).consolidate(batches(), runner);
        DuplicateUpdate.Change duplicates = duplicates(merged);
        List<Part> parts = new ArrayList<>(merged);
        parts.addAll(duplicates.added());
        run.parts(parts, duplicates.removed());
        run.contributors(contributors(parts));
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

    private DuplicateUpdate.Change duplicates(List<Part> merged) throws Exception {
        DuplicateUpdate update = new DuplicateUpdate(run.storage(), run.staging(), run.id(), runner);
        boolean readable = run.dataset().isReadable("documents", run.plan().batches());
        return (readable ? update : update.anew())
                .update(run.dataset().current(), run.plan().batches(), merged);
    }

    private Contributors contributors(List<Part> parts) throws Exception {
        ContributorsTable table = new ContributorsTable(
                run.storage(), run.staging(), run.settings().decisions());
        Set<String> rebuilt = Set.copyOf(run.plan().batches());
        List<Part> staying = run.dataset().current().parts("documents").stream()
                .filter(part -> part.batch() == null || !rebuilt.contains(part.batch()))
                .toList();
        return new Contributors(table.rebuild(staying, parts, runner), table.unknownIds());
    }

    /**
     * The contributors of the archive as it will be.
     *
     * @param parts staged
     * @param unknownIds ids in the decisions that the archive does not hold, sorted
     */
    record Contributors(List<Part> parts, List<String> unknownIds) {
        /** Of no run. */
        static final Contributors NONE = new Contributors(List.of(), List.of());

        Contributors {
            parts = List.copyOf(parts);
            unknownIds = List.copyOf(unknownIds);
        }
    }
}
