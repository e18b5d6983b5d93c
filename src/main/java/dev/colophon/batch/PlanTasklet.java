package dev.colophon.batch;

import java.io.IOException;
import java.util.Locale;
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
                        run.pipelineSettings().versions().settingsSha256())
                .plan();
        String earlier = memory.getString(RUN_ID, "");
        boolean reportMissing =
                !earlier.isEmpty() && run.dataset().current().run().equals(earlier) && plan.isEmpty();
        String id = reportMissing ? earlier : nextId();
        memory.putString(RUN_ID, id);
        run.plan(id, plan);
        run.progress().planned(plan);
        if (plan.isEmpty() && !reportMissing && !run.decidesAnew()) {
            contribution.setExitStatus(new ExitStatus(NOTHING_NEW));
        }
        return RepeatStatus.FINISHED;
    }

    private String nextId() throws IOException {
        String job = run.settings().job().replaceAll("[^A-Za-z0-9._-]", "_");
        return String.format(Locale.ROOT, "%06d-%s", run.dataset().current().number() + 1, job);
    }
}
