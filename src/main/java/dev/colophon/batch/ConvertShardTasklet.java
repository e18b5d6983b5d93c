package dev.colophon.batch;

import dev.colophon.dataset.table.StagedShard;
import dev.colophon.dataset.table.StagedShardWriter;
import dev.colophon.extract.page.SiteKnowledge;
import dev.colophon.model.Capture;
import dev.colophon.model.Outcome;
import dev.colophon.model.Reject;
import dev.colophon.model.SourceItem;
import dev.colophon.source.Shard;
import dev.colophon.source.ShardReader;
import dev.colophon.source.ShardReaders;
import java.io.IOException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Converts one shard: read, process, write. A tasklet and no chunk step, since the shard is the unit of restart: its staged
 * files count only when its completion marker is there, and a shard without one starts over.
 */
final class ConvertShardTasklet implements Tasklet {
    private final ConversionRun run;

    ConvertShardTasklet(ConversionRun run) {
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        String id = context.getStepContext()
                .getStepExecution()
                .getExecutionContext()
                .getString(ConversionJobConfiguration.SHARD);
        Shard shard = run.shard(id);
        StagedShard staged = run.stagedShard(shard);
        boolean reused = staged != null;
        if (staged == null) {
            try {
                staged = convert(shard, contribution);
            } catch (IOException | RuntimeException | Error fault) {
                run.failed(fault);
                throw fault;
            }
        }
        run.progress().staged(staged, reused);
        return RepeatStatus.FINISHED;
    }

    private StagedShard convert(Shard shard, StepContribution contribution) throws IOException {
        SiteKnowledge sites = run.sites().of(shard.batch());
        try (ShardReader reader = ShardReaders.open(
                        shard, run.plan().inputs().roots(), PipelineFactory.sourceSettings(run.settings()));
                StagedShardWriter writer = run.stagedShardWriter(shard);
                ShardDocuments documents = new ShardDocuments(
                        run.late(),
                        capture -> run.pipeline().process(capture, sites),
                        (outcome, bytes) -> write(writer, outcome, bytes, contribution))) {
            for (SourceItem item = reader.next(); item != null; item = reader.next()) {
                contribution.incrementReadCount();
                // The item is one of the two that the sealed interface permits.
                if (item instanceof Capture capture) {
                    documents.read(capture);
                } else {
                    write(
                            writer,
                            new Outcome.Rejected((Reject) item),
                            item.origin().length(),
                            contribution);
                }
            }
            documents.finish();
            return writer.finish(reader.fingerprints());
        }
    }

    private void write(StagedShardWriter writer, Outcome outcome, long bytes, StepContribution contribution)
            throws IOException {
        writer.accept(outcome);
        contribution.incrementWriteCount(1);
        run.progress().converted(outcome, bytes);
    }
}
