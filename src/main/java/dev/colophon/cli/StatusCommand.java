package dev.colophon.cli;

import dev.colophon.dataset.BatchState;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Generations;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.run.Runs;
import dev.colophon.report.Words;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code status DATASET|JOB}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows an archive's tables, batches and latest runs.")
final class StatusCommand implements Callable<Integer> {
    private static final int RUNS = 10;

    @Parameters(paramLabel = DatasetArgument.LABEL, description = DatasetArgument.DESCRIPTION)
    @Nullable
    String place;

    @Override
    public Integer call() throws IOException {
        Dataset dataset = DatasetArgument.open(Objects.requireNonNull(place));
        Manifest manifest = dataset.current();
        System.out.println("archive    " + dataset.storage().root());
        System.out.println(
                "manifest   " + manifest.number() + (manifest.number() == 0 ? " (nothing published yet)" : ""));
        generations(dataset);
        tables(manifest);
        batches(manifest);
        runs(new Runs(dataset.storage()).all());
        return ExitCode.COMPLETE;
    }

    private static void generations(Dataset dataset) throws IOException {
        for (Manifest manifest : Generations.of(dataset).restorable()) {
            System.out.println("  kept     " + manifest.number() + ", by run " + manifest.run() + ": rollback --to "
                    + manifest.number());
        }
    }

    private static void tables(Manifest manifest) {
        for (String table :
                new TreeSet<>(manifest.parts().stream().map(Part::table).toList())) {
            List<Part> parts = manifest.parts(table);
            System.out.printf(
                    Locale.ROOT,
                    "%-14s %,12d rows  %10s in %s%n",
                    table,
                    manifest.rows(table),
                    Words.bytes(parts.stream().mapToLong(Part::bytes).sum()),
                    Words.count(parts.size(), "file"));
        }
    }

    private static void batches(Manifest manifest) {
        System.out.println("batches    " + manifest.batches().size());
        for (BatchState batch : manifest.batches()) {
            long documents = manifest.parts("documents", batch.batch()).stream()
                    .mapToLong(Part::rows)
                    .sum();
            long rejects = manifest.parts("rejects", batch.batch()).stream()
                    .mapToLong(Part::rows)
                    .sum();
            System.out.printf(
                    Locale.ROOT,
                    "  %-20s %,10d documents %,8d rejects  by run %s, date rules %d, name rules %d%n",
                    batch.batch(),
                    documents,
                    rejects,
                    batch.run(),
                    batch.versions().dateRules(),
                    batch.versions().nameRules());
        }
    }

    private static void runs(List<RunRecord> runs) {
        System.out.println("runs       " + runs.size() + (runs.size() > RUNS ? ", the latest " + RUNS : ""));
        for (RunRecord run : runs.stream().limit(RUNS).toList()) {
            Duration elapsed = run.elapsed();
            System.out.printf(
                    Locale.ROOT,
                    "  %-24s %s  %-18s %,d captures = %,d documents + %,d rejects%s%n",
                    run.id(),
                    run.started().truncatedTo(ChronoUnit.SECONDS),
                    run.outcome().words(),
                    run.accounting().captures(),
                    run.accounting().documents(),
                    run.accounting().rejected(),
                    elapsed == null ? "" : " in " + ProgressText.time(elapsed.toSeconds()));
        }
    }
}
