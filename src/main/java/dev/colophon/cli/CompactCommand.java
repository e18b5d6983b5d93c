package dev.colophon.cli;

import dev.colophon.conversion.Compaction;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.run.RunRecord;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compact DATASET|JOB}. */
@Command(
        name = "compact",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Merges several small batches into one, without changing a row.",
            "In the archive's folders the new name takes the place of the old ones. run and reprocess still know those;"
                    + " inputs that arrive late get a batch with an old name, which the next compact of the month adds.",
            "duplicate_of, cluster_id, cluster_size and is_canonical go on telling of a document's batch as it was when"
                    + " last converted; the table duplicates tells of the whole archive."
        })
final class CompactCommand implements Callable<Integer> {
    @Parameters(paramLabel = DatasetArgument.LABEL, description = DatasetArgument.DESCRIPTION)
    @Nullable
    String place;

    @ArgGroup(multiplicity = "1")
    @Nullable
    Wanted wanted;

    @Option(
            names = "--into",
            paramLabel = "ID",
            description = "Name of the merged batch; by default the month, with --batches to be given.")
    @Nullable
    String into;

    /** Which batches. */
    static final class Wanted {
        @Option(
                names = "--month",
                paramLabel = "YYYY-MM",
                description = "The batches named after the days of a month: 2025-06 for 2025-06-01, 2025-06-02 ...")
        @Nullable
        String month;

        @Option(names = "--batches", paramLabel = "GLOB", description = "The batches whose names match: 'night-*'.")
        @Nullable
        String glob;
    }

    @Override
    public Integer call() throws IOException {
        Wanted which = Objects.requireNonNull(wanted);
        String name = into == null ? which.month : into;
        if (name == null) {
            throw new UsageException("give the merged batch a name with --into");
        }
        Predicate<String> matches = which.month == null ? glob(Objects.requireNonNull(which.glob)) : month(which.month);
        String command = "compact " + (which.month == null ? "--batches " + which.glob : "--month " + which.month)
                + " --into " + name;
        Dataset dataset = DatasetArgument.open(Objects.requireNonNull(place));
        RunRecord done = new Compaction(dataset, Clock.systemUTC()).run(command, matches, name);
        System.out.println(
                done == null
                        ? "nothing to compact: fewer than two batches match; nothing was done"
                        : "compacted: " + TerminalText.printable(String.join("; ", done.warnings())) + " (manifest "
                                + done.manifest() + ")");
        return ExitCode.COMPLETE;
    }

    private static Predicate<String> month(String text) {
        try {
            String days = YearMonth.parse(text) + "-";
            return batch -> batch.startsWith(days);
        } catch (DateTimeException wrong) {
            throw new UsageException("--month: expected a month such as 2025-06, found '" + text + "'");
        }
    }

    private static Predicate<String> glob(String text) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + text);
        return batch -> matcher.matches(Path.of(batch));
    }
}
