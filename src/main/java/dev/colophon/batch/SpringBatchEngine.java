package dev.colophon.batch;

import dev.colophon.conversion.ConversionException;
import dev.colophon.conversion.Engine;
import dev.colophon.conversion.JobSettings;
import dev.colophon.conversion.Stages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** Runs a conversion on the threads of this machine, as a Spring Batch job. */
public final class SpringBatchEngine implements Engine {
    @Override
    public String describe(JobSettings settings) {
        return "local, " + settings.parallelism() + " threads";
    }

    @Override
    public void execute(Stages stages) throws Exception {
        try (JobEngine engine = JobEngine.open(stages)) {
            JobExecution execution = engine.execute();
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw failure(execution, stages.localShards().fault());
            }
        }
    }

    /** The shard's fault first, since Spring Batch tells of partitions only that they failed. */
    private static Exception failure(JobExecution execution, @Nullable Throwable shardFault) {
        List<Throwable> causes = new ArrayList<>();
        if (shardFault != null) {
            causes.add(shardFault);
        }
        causes.addAll(execution.getFailureExceptions());
        for (StepExecution step : execution.getStepExecutions()) {
            causes.addAll(step.getFailureExceptions());
        }
        String description = execution.getExitStatus().getExitDescription();
        if (causes.isEmpty()) {
            return new ConversionException(description, null);
        }
        Throwable cause = causes.get(0);
        return cause instanceof Exception exception ? exception : new ConversionException(cause.toString(), cause);
    }
}
