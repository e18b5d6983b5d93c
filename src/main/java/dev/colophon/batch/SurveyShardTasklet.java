package dev.colophon.batch;

import dev.colophon.dataset.table.StagedSurveyWriter;
import dev.colophon.extract.page.PageSketch;
import dev.colophon.extract.page.SiteSurvey;
import dev.colophon.model.Capture;
import dev.colophon.model.SourceItem;
import dev.colophon.pipeline.DocumentPipeline;
import dev.colophon.source.Shard;
import dev.colophon.source.ShardReader;
import dev.colophon.source.ShardReaders;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Surveys one shard: the first pages of each site that its batch does not know yet. Pages of other sites, of sites of which
 * the shard has given enough, and captures without an address are passed over unparsed. A survey that an earlier attempt
 * staged is kept.
 */
final class SurveyShardTasklet implements Tasklet {
    private final ConversionRun run;

    SurveyShardTasklet(ConversionRun run) {
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        Shard shard = run.shard(context.getStepContext()
                .getStepExecution()
                .getExecutionContext()
                .getString(ConversionJobConfiguration.SHARD));
        if (run.sites().survey(shard) == null) {
            try {
                survey(shard, contribution);
            } catch (IOException | RuntimeException | Error fault) {
                run.failed(fault);
                throw fault;
            }
        }
        return RepeatStatus.FINISHED;
    }

    private void survey(Shard shard, StepContribution contribution) throws IOException {
        Set<String> known = run.sites().known(shard.batch());
        Map<String, SiteSurvey> surveys = new HashMap<>();
        try (ShardReader reader = ShardReaders.open(
                        shard, run.plan().inputs().roots(), PipelineFactory.sourceSettings(run.settings()));
                StagedSurveyWriter writer = run.sites().surveyWriter(shard)) {
            for (SourceItem item = reader.next(); item != null; item = reader.next()) {
                contribution.incrementReadCount();
                String site = item instanceof Capture capture ? DocumentPipeline.site(capture) : null;
                if (site == null || known.contains(site)) {
                    continue;
                }
                SiteSurvey survey = surveys.computeIfAbsent(
                        site, name -> new SiteSurvey(run.settings().sites().pages()));
                PageSketch sketch = survey.isFull() ? null : sketch(item);
                if (sketch != null && survey.add(sketch)) {
                    writer.add(site, item.origin().sourceUri(), sketch.bounded().bytes());
                    contribution.incrementWriteCount(1);
                }
            }
            writer.finish();
        }
    }

    private @Nullable PageSketch sketch(SourceItem item) {
        return item instanceof Capture capture ? run.pipeline().survey(capture) : null;
    }
}
