package dev.colophon.batch;

import java.io.IOException;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Finds out what is to be done. Runs anew at every attempt, since inputs may have changed in between. */
final class PlanTasklet implements Tasklet {
    /** Exit status of the step where the archive holds all inputs already, and the decisions are those it was made with. */
    static final String NOTHING_NEW = "NOTHING_NEW";

    private static final String RUN_ID = "run-id";
    private static final String WORK = "work";

    private final ConversionRun run;

    PlanTasklet(ConversionRun run) {
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        ExecutionContext memory =
                context.getStepContext().getStepExecution().getJobExecution().getExecutionContext();
        ConversionPlan plan = new ConversionPlanner(
                        run.settings(),
                        run.dataset(),
                        run.pipelineSettings().versions().settingsSha256(),
                        run::now)
                .plan(run.work());
        String earlier = memory.getString(RUN_ID, "");
        boolean done = plan.isEmpty() || isAskedAgain(memory);
        boolean reportMissing =
                !earlier.isEmpty() && run.dataset().current().run().equals(earlier) && done;
        String id = reportMissing ? earlier : nextId();
        memory.putString(RUN_ID, id);
        memory.putString(WORK, run.work().toString());
        run.plan(id, reportMissing ? plan.withoutWork() : plan);
        run.progress().planned(run.plan());
        if (plan.isEmpty() && !reportMissing && !run.decidesAnew()) {
            contribution.setExitStatus(new ExitStatus(NOTHING_NEW));
        }
        return RepeatStatus.FINISHED;
    }

    /** Whether an earlier attempt did the same work on inputs that it would be done on again, new or not. */
    private boolean isAskedAgain(ExecutionContext memory) {
        return !run.work().equals(new Work.News(false))
                && memory.getString(WORK, "").equals(run.work().toString());
    }

    private String nextId() throws IOException {
        return RunIds.next(
                run.dataset().current(), run.settings().job(), run.work().suffix());
    }
}
