package dev.colophon.conversion;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.duplicates.DuplicateUpdate;
import dev.colophon.dataset.table.BatchConsolidation;
import dev.colophon.dataset.table.MergeTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        BatchConsolidation consolidation = new BatchConsolidation(run.storage(), run.staging());
        List<BatchConsolidation.Batch> batches = batches();
        for (BatchConsolidation.Batch batch : batches) {
            consolidation.begin(batch);
        }
        List<MergeTask> tasks = new ArrayList<>();
        for (BatchConsolidation.Batch batch : gathered(batches, consolidation, writer)) {
            tasks.addAll(consolidation.plan(batch));
        }
        List<Part> parts = new ArrayList<>(write(tasks, writer));
        for (BatchConsolidation.Batch batch : batches) {
            parts.add(consolidation.finish(batch));
        }
        run.merged(parts);
    }

    /** The batches with few runs each. */
    private List<BatchConsolidation.Batch> gathered(
            List<BatchConsolidation.Batch> batches, BatchConsolidation consolidation, MergeWriter writer)
            throws Exception {
        List<BatchConsolidation.Batch> before = batches;
        for (int pass = 0; ; pass++) {
            List<MergeTask> tasks = new ArrayList<>();
            List<BatchConsolidation.Batch> after = new ArrayList<>();
            for (BatchConsolidation.Batch batch : before) {
                BatchConsolidation.Gathered gathered = consolidation.gather(batch, pass);
                tasks.addAll(gathered.tasks());
                after.add(gathered.batch());
            }
            if (tasks.isEmpty()) {
                return after;
            }
            write(tasks, writer);
            before = after;
        }
    }

    /** Carries out tasks; gives their parts in the order of the tasks. */
    private List<Part> write(List<MergeTask> tasks, MergeWriter writer) throws Exception {
        Map<String, MergeTask> byName = new HashMap<>();
        tasks.forEach(task -> byName.put(task.name(), task));
        Map<String, List<Part>> written = new HashMap<>();
        writer.write(tasks, (name, attempt, parts) -> {
            Objects.requireNonNull(byName.get(name), name).take(run.storage(), run.staging(), attempt, parts);
            written.put(name, parts);
        });
        List<Part> parts = new ArrayList<>();
        for (MergeTask task : tasks) {
            parts.addAll(Objects.requireNonNull(written.get(task.name()), task.name()));
        }
        return parts;
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
