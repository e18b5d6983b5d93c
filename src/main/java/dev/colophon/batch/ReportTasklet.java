package dev.colophon.batch;

import dev.colophon.dataset.run.RunOutcome;
import dev.colophon.dataset.run.RunRecord;
import java.io.IOException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Completes the run's record and writes its report. */
final class ReportTasklet implements Tasklet {
    private final ConversionRun run;

    ReportTasklet(ConversionRun run) {
        this.run = run;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        run.progress().entering("report");
        RunRecord draft = run.record();
        if (draft != null) {
            run.summary(RunReports.write(run.dataset(), completed(draft)));
        }
        return RepeatStatus.FINISHED;
    }

    private RunRecord completed(RunRecord draft) throws IOException {
        boolean above = draft.accounting().faultRate() > run.settings().limits().rejectRate();
        return draft.ended(
                above ? RunOutcome.ABOVE_REJECT_LIMIT : RunOutcome.COMPLETE,
                run.now(),
                run.dataset().current().number());
    }
}
