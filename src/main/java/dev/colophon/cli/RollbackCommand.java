package dev.colophon.cli;

import dev.colophon.conversion.Rollback;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.run.RunRecord;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollback DATASET|JOB}. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Restores what an archive held before, byte for byte, as a new manifest.",
            "The list of known inputs goes back too, so the next run converts again what came later. status shows how"
                    + " far back it can go; output.keep-generations says how many commits are kept."
        })
final class RollbackCommand implements Callable<Integer> {
    @Parameters(paramLabel = DatasetArgument.LABEL, description = DatasetArgument.DESCRIPTION)
    @Nullable
    String place;

    @Option(
            names = "--to",
            paramLabel = "MANIFEST|RUN",
            description = "The manifest to go back to; by default the one before what is live.")
    @Nullable
    String to;

    @Override
    public Integer call() throws IOException {
        Dataset dataset = DatasetArgument.open(Objects.requireNonNull(place));
        RunRecord done = new Rollback(dataset, Clock.systemUTC()).run(to);
        System.out.println(
                done == null
                        ? "nothing to roll back: " + dataset.storage().root() + " holds that already"
                        : "rolled back: " + TerminalText.printable(String.join("; ", done.warnings())));
        return ExitCode.COMPLETE;
    }
}
