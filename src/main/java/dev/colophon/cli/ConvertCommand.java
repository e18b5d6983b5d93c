package dev.colophon.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convert INPUT... --to DIR}. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Converts inputs into an archive without a job file. The batch is named after the input's folder.")
final class ConvertCommand implements Callable<Integer> {
    @Parameters(paramLabel = "INPUT", arity = "1..*", description = "Folders, files and globs; also on hdfs: and s3a:.")
    List<String> inputs = List.of();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "Root folder of the archive; also on hdfs: and s3a:.")
    @Nullable
    String dataset;

    @Option(
            names = "--publisher",
            paramLabel = "ID",
            description = "Profile of config/publishers for documents that no other profile claims.")
    @Nullable
    String publisher;

    @Mixin
    EngineOptions engine = new EngineOptions();

    @Mixin
    JobOptions options = new JobOptions();

    @Override
    public Integer call() throws Exception {
        JobSetup setup = JobOptions.setup();
        JobSetup.Job job = setup.ofCommandLine(Path.of("").toAbsolutePath(), options.all());
        for (Setting named : List.of(Setting.INPUT_PATHS, Setting.OUTPUT_DATASET)) {
            if (options.all().containsKey(named.key())) {
                throw new UsageException(
                        "--set " + named.key() + ": the command line names that by itself; drop one of them");
            }
        }
        job.values().put(Setting.INPUT_PATHS, inputs, "the command");
        job.values().put(Setting.OUTPUT_DATASET, List.of(Objects.requireNonNull(dataset)), "--to");
        if (publisher != null) {
            job.values().put(Setting.PUBLISHER, List.of(publisher), "--publisher");
        }
        return new Conversion(engine.choose()).run(setup.settings(job));
    }
}
