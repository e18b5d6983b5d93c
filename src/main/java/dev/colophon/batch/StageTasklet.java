package dev.colophon.batch;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** A stage that is no matter of shards. */
final class StageTasklet implements Tasklet {
    private final Stage stage;

    StageTasklet(Stage stage) {
        this.stage = stage;
    }

    /** What the step does. */
    @FunctionalInterface
    interface Stage {
        void run() throws Exception;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws Exception {
        stage.run();
        return RepeatStatus.FINISHED;
    }
}
