package dev.colophon.batch;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.duplicates.DuplicateUpdate;
import dev.colophon.dataset.table.BatchConsolidation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Merges the staged shards of each batch, with the rows that the batch holds already, into sorted parts, and finds what they
 * repeat of the whole archive.
 */
final class ConsolidateTasklet implements Tasklet {
    private final ConversionRun run;

    ConsolidateTasklet(ConversionRun run) {
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
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
            duplicates = new DuplicateUpdate(run.storage(), run.staging(), run.id())
                    .update(run.dataset().current(), run.plan().batches(), parts);
            parts.addAll(duplicates.added());
        }
        run.parts(parts, duplicates.removed());
        return RepeatStatus.FINISHED;
    }
}
