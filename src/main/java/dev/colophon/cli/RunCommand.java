package dev.colophon.cli;

import dev.colophon.conversion.Work;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run JOB}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Converts what is new in a job's inputs and publishes it in the job's archive.",
            "Takes up an interrupted run where it stopped; does nothing where nothing is new."
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "JOB",
            description = "A job of the jobs folder (sample for jobs/sample.yaml), or a job file.")
    @Nullable
    String job;

    @Option(
            names = "--retry",
            description = "Also reads again the inputs with rejects that may succeed another time (timeout, oom, io).")
    boolean retry;

    @Mixin
    EngineOptions engine = new EngineOptions();

    @Mixin
    JobOptions options = new JobOptions();

    @Override
    public Integer call() throws Exception {
        JobSetup setup = JobOptions.setup();
        return new Conversion(engine.choose())
                .run(setup.settings(setup.ofFile(Objects.requireNonNull(job), options.all())), new Work.News(retry));
    }
}
