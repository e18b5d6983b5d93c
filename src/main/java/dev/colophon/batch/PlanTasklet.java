package dev.colophon.batch;

import dev.colophon.conversion.Attempt;
import dev.colophon.conversion.Stages;
import java.io.IOException;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Plans, and remembers the attempt for the next one. */
final class PlanTasklet implements Tasklet {
    /** Exit status of the step where the archive holds all inputs already, and the decisions are those it was made with. */
    static final String NOTHING_NEW = "NOTHING_NEW";

    private static final String RUN_ID = "run-id";
    private static final String WORK = "work";

    private final Stages stages;

    PlanTasklet(Stages stages) {
        this.stages = stages;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        ExecutionContext memory =
                context.getStepContext().getStepExecution().getJobExecution().getExecutionContext();
        boolean work = stages.plan(new Attempt(memory.getString(RUN_ID, ""), memory.getString(WORK, "")));
        memory.putString(RUN_ID, stages.attempt().run());
        memory.putString(WORK, stages.attempt().work());
        if (!work) {
            contribution.setExitStatus(new ExitStatus(NOTHING_NEW));
        }
        return RepeatStatus.FINISHED;
    }
}
