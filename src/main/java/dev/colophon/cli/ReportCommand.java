package dev.colophon.cli;

import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.run.Runs;
import dev.colophon.report.RunText;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code report DATASET|JOB [RUN]}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints a run's summary and the path of its HTML report; by default the latest run's.")
final class ReportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = DatasetArgument.LABEL, description = DatasetArgument.DESCRIPTION)
    @Nullable
    String place;

    @Parameters(index = "1", arity = "0..1", paramLabel = "RUN", description = "A run, as status names it.")
    @Nullable
    String run;

    @Override
    public Integer call() throws IOException {
        Dataset dataset = DatasetArgument.open(Objects.requireNonNull(place));
        Runs runs = new Runs(dataset.storage());
        List<RunRecord> all = runs.all();
        RunRecord record = run == null ? all.isEmpty() ? null : all.get(0) : runs.read(run);
        if (record == null) {
            throw new UsageException(dataset.storage().root() + " has no "
                    + (run == null
                            ? "runs"
                            : "run " + run + "; known: "
                                    + all.stream().map(RunRecord::id).toList()));
        }
        System.out.print(RunText.of(record, dataset.storage().root()));
        return ExitCode.COMPLETE;
    }
}
