package dev.colophon.batch;

import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.run.Accounting;
import dev.colophon.dataset.run.RunOutcome;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.run.Runs;
import dev.colophon.report.DatasetCard;
import dev.colophon.report.MetricsText;
import dev.colophon.report.RunPage;
import dev.colophon.report.RunSummary;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
            RunRecord done = completed(draft);
            new Runs(run.storage()).write(done);
            run.summary(describe(done));
        }
        return RepeatStatus.FINISHED;
    }

    /** Writes the report, the metrics and the dataset's description of itself. */
    private RunSummary describe(RunRecord done) throws IOException {
        Storage storage = run.storage();
        Manifest manifest = run.dataset().current();
        List<Part> made = manifest.partsOf(done.batches());
        ContentsReader reader = new ContentsReader(storage);
        RunSummary summary = new RunSummary(
                done,
                storage.root(),
                reader.contents(of("documents", made), of("duplicates", made)),
                reader.examples(of("rejects", made)));
        write(Runs.path(done.id(), ".html"), RunPage.of(summary).getBytes(StandardCharsets.UTF_8));
        write(Runs.path(done.id(), ".prom"), MetricsText.of(summary).getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> file :
                DatasetCard.files(manifest.job(), manifest).entrySet()) {
            write(file.getKey(), file.getValue());
        }
        return summary;
    }

    private void write(String path, byte[] content) throws IOException {
        run.storage().write(path, out -> out.write(content));
    }

    private static List<Part> of(String table, List<Part> parts) {
        return parts.stream().filter(part -> part.table().equals(table)).toList();
    }

    private RunRecord completed(RunRecord draft) throws IOException {
        Accounting total = draft.accounting();
        boolean above = total.faultRate() > run.settings().limits().rejectRate();
        return new RunRecord(
                draft.format(),
                draft.id(),
                draft.job(),
                above ? RunOutcome.ABOVE_REJECT_LIMIT : RunOutcome.COMPLETE,
                draft.started(),
                run.now(),
                draft.engine(),
                draft.software(),
                draft.versions(),
                draft.settings(),
                draft.inputRoots(),
                draft.batches(),
                total,
                draft.shards(),
                run.dataset().current().number(),
                draft.warnings());
    }
}
