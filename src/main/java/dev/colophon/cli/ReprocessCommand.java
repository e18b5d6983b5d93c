package dev.colophon.cli;

import dev.colophon.conversion.Work;
import dev.colophon.dataset.table.RowCondition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reprocess JOB}. */
@Command(
        name = "reprocess",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "colophon reprocess JOB [--batch ID...] [--where CONDITION]... [OPTIONS]",
        description = {
            "Builds batches again from their inputs, with today's rules and settings, and replaces them in one commit.",
            "Without --batch and --where: all batches of the job. Rows whose inputs are no longer there stay."
        })
final class ReprocessCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOB", description = "The job that the batches come from.")
    @Nullable
    String job;

    @Option(names = "--batch", paramLabel = "ID", description = "Batch to build again, as status names it. Repeatable.")
    List<String> batches = List.of();

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = {
                "Batches with a row that fits: \"date-rules < 7\", \"name-rules < 3\", \"extractor < 4\","
                        + " \"pipeline < 2\", \"publisher = example\", also host, language and media-type.",
                "Repeatable: the same row must fit all of them."
            })
    List<String> where = List.of();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = JobOptions.SET_DESCRIPTION)
    Map<String, String> set = new LinkedHashMap<>();

    @Mixin
    EngineOptions engine = new EngineOptions();

    @Override
    public Integer call() throws Exception {
        JobSetup setup = JobOptions.setup();
        Work work = new Work.Reprocess(
                batches, where.stream().map(RowCondition::parse).toList());
        return new Conversion(engine.choose())
                .run(setup.settings(setup.ofFile(Objects.requireNonNull(job), set)), work);
    }
}
