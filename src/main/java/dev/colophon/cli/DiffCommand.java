package dev.colophon.cli;

import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Generations;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.diff.ChangeCounts;
import dev.colophon.dataset.diff.ChangeFile;
import dev.colophon.dataset.diff.DocumentDiff;
import dev.colophon.storage.LocalStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff DATASET|JOB}. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows which documents were added, removed or changed between two manifests, field by field.",
            "Compares what the rows say, not which rules and settings made them."
        })
final class DiffCommand implements Callable<Integer> {
    @Parameters(paramLabel = DatasetArgument.LABEL, description = DatasetArgument.DESCRIPTION)
    @Nullable
    String place;

    @Option(
            names = "--from",
            paramLabel = "RUN|MANIFEST",
            description = "The earlier one, as status names it; by default the manifest before the later one.")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "RUN|MANIFEST", description = "The later one; by default the latest.")
    @Nullable
    String to;

    @Option(
            names = {"--out", "--to-file"},
            paramLabel = "PATH",
            description = "Also writes every change as Parquet: to this file, or to diff.parquet in this folder.")
    @Nullable
    Path out;

    @Override
    public Integer call() throws IOException {
        Dataset dataset = DatasetArgument.open(Objects.requireNonNull(place));
        Generations generations = Generations.of(dataset);
        Manifest later = to == null ? generations.current() : generations.named(to);
        if (from == null && later.number() < 2) {
            throw new UsageException("there is nothing before manifest " + later.number() + " of "
                    + dataset.storage().root() + " to compare it with");
        }
        Manifest earlier = generations.named(from == null ? Long.toString(later.number() - 1) : from);
        Path scratch = Files.createTempDirectory("colophon-diff");
        try {
            DocumentDiff diff = new DocumentDiff(dataset.storage(), generations, new LocalStorage(scratch));
            new DiffText(System.out).print(earlier, later, compare(diff, earlier, later));
        } finally {
            Temporary.delete(scratch);
        }
        return ExitCode.COMPLETE;
    }

    private ChangeCounts compare(DocumentDiff diff, Manifest earlier, Manifest later) throws IOException {
        ChangeCounts counts = new ChangeCounts();
        if (out == null) {
            diff.compare(earlier, later, counts);
            return counts;
        }
        Path file = Files.isDirectory(out) ? out.resolve("diff.parquet") : out.toAbsolutePath();
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        try (ChangeFile changes = new ChangeFile(new LocalStorage(folder), String.valueOf(file.getFileName()))) {
            diff.compare(earlier, later, change -> {
                counts.accept(change);
                changes.accept(change);
            });
            changes.finish();
        }
        return counts;
    }
}
