package dev.colophon.batch;

import java.io.IOException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Reads one shard. A tasklet and no chunk step, since the shard is the unit of restart: its staged files count only when its
 * completion marker is there, and a shard without one starts over.
 */
final class ShardTasklet implements Tasklet {
    private final Reading reading;

    ShardTasklet(Reading reading) {
        this.reading = reading;
    }

    /** What is done with a shard; gives how many of its items were read. */
    @FunctionalInterface
    interface Reading {
        long read(String shardId) throws IOException;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        long items = reading.read(context.getStepContext()
                .getStepExecution()
                .getExecutionContext()
                .getString(ConversionJobConfiguration.SHARD));
        for (long item = 0; item < items; item++) {
            contribution.incrementReadCount();
        }
        contribution.incrementWriteCount(items);
        return RepeatStatus.FINISHED;
    }
}
