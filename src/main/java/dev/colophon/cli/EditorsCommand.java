package dev.colophon.cli;

import dev.colophon.byline.people.Decisions;
import dev.colophon.dataset.Dataset;
import dev.colophon.report.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code editors DATASET|JOB}. */
@Command(
        name = "editors",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "colophon editors DATASET|JOB [--search TEXT | --proposals] [--most N]",
            "colophon editors DATASET|JOB (--merge ID ID... | --split ID ID... | --alias NAME NAME... | --ignore NAME"
                    + " | --kind NAME KIND) [--publisher ID] [--editors FILE]"
        },
        description = {
            "Lists who wrote and edited an archive's documents, and which of them may be one person; records your decisions.",
            "The next run applies the decisions to the contributors of all batches; it rewrites no document."
        })
final class EditorsCommand implements Callable<Integer> {
    private static final int LEAST_PREFIX = 6;

    @Parameters(paramLabel = DatasetArgument.LABEL, description = DatasetArgument.DESCRIPTION)
    @Nullable
    String place;

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "Names that contain the text or sound like it, in any script.")
    @Nullable
    String search;

    @Option(names = "--proposals", description = "Shows who may be one person, the likeliest first, with the evidence.")
    boolean proposals;

    @Option(names = "--most", paramLabel = "N", description = "Rows to show; 20 by default.")
    int most = 20;

    @Option(
            names = "--merge",
            arity = "2..*",
            paramLabel = "ID",
            description =
                    "Decides that these are one person, known by the first. Six digits of an id or more are enough.")
    List<String> merge = List.of();

    @Option(
            names = "--split",
            arity = "2..*",
            paramLabel = "ID",
            description = "Decides that these are different people.")
    List<String> split = List.of();

    @Option(names = "--ignore", paramLabel = "NAME", description = "Decides that the name is no contributor's.")
    @Nullable
    String ignore;

    @Option(
            names = "--alias",
            arity = "2..*",
            paramLabel = "NAME",
            description = "Decides that these names are one person at each publisher, known by the first.")
    List<String> alias = List.of();

    @Option(
            names = "--kind",
            arity = "2",
            hideParamSyntax = true,
            paramLabel = "NAME KIND",
            description = "Decides that a name is a person, desk, agency or organisation.")
    List<String> kind = List.of();

    @Option(
            names = "--publisher",
            paramLabel = "ID",
            description = "With --ignore, --alias and --kind: at this publisher only, given by its id or domain.")
    @Nullable
    String publisher;

    @Option(
            names = "--editors",
            paramLabel = "FILE",
            description = "The file of decisions, instead of the job's or config/editors.yaml.")
    @Nullable
    Path file;

    @Override
    public Integer call() throws IOException {
        String name = Objects.requireNonNull(place);
        Dataset dataset = DatasetArgument.open(name);
        if (!merge.isEmpty() || !split.isEmpty() || ignore != null || !alias.isEmpty() || !kind.isEmpty()) {
            decide(dataset, new EditorsText(file == null ? fileOf(name) : file));
        } else if (proposals) {
            new ContributorsText(System.out, dataset, search, most).printProposals();
        } else {
            new ContributorsText(System.out, dataset, search, most).printNames();
        }
        return ExitCode.COMPLETE;
    }

    /** The file that the job names, or that a job without the key would have. */
    private static Path fileOf(String name) {
        JobSetup setup = JobOptions.setup();
        return JobSetup.editors(
                setup.hasJob(name)
                        ? setup.ofFile(name, Map.of())
                        : setup.ofCommandLine(Path.of("").toAbsolutePath(), Map.of()));
    }

    private void decide(Dataset dataset, EditorsText editors) throws IOException {
        // A list prints as YAML writes one: [a, b].
        Decisions decisions = Decisions.NONE;
        if (!merge.isEmpty()) {
            List<String> ids = ids(dataset, merge);
            decisions = editors.add("merges", List.of("into: " + ids.get(0), "from: " + ids.subList(1, ids.size())));
        }
        if (!split.isEmpty()) {
            decisions = editors.add("splits", List.of("apart: " + ids(dataset, split)));
        }
        if (ignore != null) {
            decisions = editors.add("ignore", withPublisher("name: " + EditorsText.quoted(ignore)));
        }
        if (!alias.isEmpty()) {
            List<String> names = alias.stream().map(EditorsText::quoted).toList();
            decisions = editors.add(
                    "aliases", withPublisher("name: " + names.get(0), "also: " + names.subList(1, names.size())));
        }
        if (!kind.isEmpty()) {
            decisions = editors.add(
                    "kinds", withPublisher("name: " + EditorsText.quoted(kind.get(0)), "kind: " + kind.get(1)));
        }
        System.out.println("decided: the file holds " + Words.count(decisions.size(), "decision")
                + " now; the next run applies them");
    }

    private List<String> withPublisher(String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        if (publisher != null) {
            all.add("publisher: " + EditorsText.quoted(publisher));
        }
        return all;
    }

    /** The whole ids of prefixes, each in quotes: YAML would take some for numbers. */
    private static List<String> ids(Dataset dataset, List<String> prefixes) throws IOException {
        Map<String, List<String>> found = new HashMap<>();
        ContributorsText.each(
                dataset,
                entry -> prefixes.stream()
                        .filter(prefix -> entry.id().startsWith(prefix))
                        .forEach(prefix -> found.computeIfAbsent(prefix, p -> new ArrayList<>())
                                .add(entry.id())));
        List<String> ids = new ArrayList<>();
        for (String prefix : prefixes) {
            List<String> matches = found.getOrDefault(prefix, List.of());
            if (matches.size() != 1 || prefix.length() < LEAST_PREFIX) {
                throw new UsageException("expected the first " + LEAST_PREFIX
                        + " digits or more of one contributor_id, found '" + TerminalText.of(prefix) + "', which "
                        + matches.size() + " contributors have; --search NAME shows ids");
            }
            ids.add("'" + matches.get(0) + "'");
        }
        return ids;
    }
}
