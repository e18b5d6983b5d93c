package dev.colophon.cli;

import dev.colophon.byline.people.Decisions;
import dev.colophon.byline.people.NameKeys;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.table.ContributorList;
import dev.colophon.dataset.table.ContributorList.Entry;
import dev.colophon.storage.Storages;
import dev.colophon.text.NameFolding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
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
            "Shows who made an archive's documents, and who may be one person; writes decisions about them.",
            "The next run applies what was decided to all batches' contributors and rewrites no document."
        })
final class EditorsCommand implements Callable<Integer> {
    private static final Comparator<Entry> BY_DOCUMENTS =
            Comparator.comparing((Entry entry) -> -entry.documents()).thenComparing(Entry::id);
    private static final int SHORT_ID = 12;
    private static final int LEAST_PREFIX = 6;

    @Parameters(paramLabel = DatasetArgument.LABEL, description = DatasetArgument.DESCRIPTION)
    @Nullable
    String place;

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "Names that hold the text or sound like it, in any script.")
    @Nullable
    String search;

    @Option(names = "--proposals", description = "Who may be one person, the likeliest first, with the evidence.")
    boolean proposals;

    @Option(names = "--most", paramLabel = "N", description = "Rows to show; 20 where it is not given.")
    int most = 20;

    @Option(
            names = "--merge",
            arity = "2..*",
            paramLabel = "ID",
            description =
                    "Decides that these are one person; the first one stands. Ids may be cut to 6 digits or more.")
    List<String> merge = List.of();

    @Option(
            names = "--split",
            arity = "2..*",
            paramLabel = "ID",
            description = "Decides that these are different people.")
    List<String> split = List.of();

    @Option(names = "--ignore", paramLabel = "NAME", description = "Decides that the name is nobody's.")
    @Nullable
    String ignore;

    @Option(
            names = "--alias",
            arity = "2..*",
            paramLabel = "NAME",
            description = "Decides that these names are one person at each publisher; the first one stands.")
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
            description = "For --ignore, --alias and --kind: at this publisher only, by its id or domain.")
    @Nullable
    String publisher;

    @Option(
            names = "--editors",
            paramLabel = "FILE",
            description = "The file of decisions, in place of the job's or config/editors.yaml.")
    @Nullable
    Path file;

    @Override
    public Integer call() throws IOException {
        String name = Objects.requireNonNull(place);
        Dataset dataset = DatasetArgument.open(name);
        if (!merge.isEmpty() || !split.isEmpty() || ignore != null || !alias.isEmpty() || !kind.isEmpty()) {
            decide(dataset, new EditorsText(file == null ? fileOf(name) : file));
        } else if (proposals) {
            propose(dataset);
        } else {
            list(dataset);
        }
        return ExitCode.COMPLETE;
    }

    /** The file that the job names, or that a job without the key would have. */
    private static Path fileOf(String name) {
        JobSetup setup = JobOptions.setup();
        boolean job = Storages.isLocal(name)
                && Files.isRegularFile(setup.home().resolve("jobs").resolve(name + ".yaml"));
        return JobSetup.editors(
                job
                        ? setup.ofFile(name, Map.of())
                        : setup.ofCommandLine(Path.of("").toAbsolutePath(), Map.of()));
    }

    private void list(Dataset dataset) throws IOException {
        List<Entry> top = top(dataset, search == null ? entry -> entry.mergedInto() == null : found(search));
        System.out.printf(Locale.ROOT, "%-12s %10s  %-12s %s%n", "id", "documents", "kind", "name");
        for (Entry entry : top) {
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %,10d  %-12s %s%n",
                    shortId(entry.id()),
                    entry.documents(),
                    entry.ignored() ? "ignored" : entry.kind(),
                    described(entry));
        }
        if (top.isEmpty()) {
            System.out.println(search == null ? "nobody yet" : "nobody has a name like that");
        }
    }

    private static String described(Entry entry) {
        StringBuilder line = new StringBuilder(TerminalText.of(entry.name()));
        List<String> others = entry.variants().stream()
                .filter(variant -> !variant.equals(entry.name()))
                .map(TerminalText::of)
                .toList();
        line.append(others.isEmpty() ? "" : " = " + String.join(" = ", others));
        line.append(
                entry.publishers().isEmpty() ? "" : "  at " + TerminalText.of(String.join(", ", entry.publishers())));
        line.append(entry.mergedInto() == null ? "" : "  → " + shortId(entry.mergedInto()));
        entry.reasons()
                .forEach(reason ->
                        line.append("  (").append(TerminalText.of(reason)).append(')'));
        return line.toString();
    }

    private List<Entry> top(Dataset dataset, Predicate<Entry> wanted) throws IOException {
        PriorityQueue<Entry> queue = new PriorityQueue<>(BY_DOCUMENTS.reversed());
        each(dataset, entry -> {
            if (wanted.test(entry)) {
                queue.add(entry);
                if (queue.size() > most) {
                    queue.remove();
                }
            }
        });
        return queue.stream().sorted(BY_DOCUMENTS).toList();
    }

    private static void each(Dataset dataset, java.util.function.Consumer<Entry> reader) throws IOException {
        List<Part> parts = dataset.current().parts();
        try {
            ContributorList.read(dataset.storage(), parts, reader);
        } catch (IllegalStateException otherVersion) {
            throw new UsageException(otherVersion.getMessage()
                    + "; the next run with new input writes the table as this version reads it");
        }
    }

    private static Predicate<Entry> found(String text) {
        String folded = NameFolding.fold(text);
        Set<String> sounds = words(text);
        return entry -> entry.id().startsWith(text)
                || entry.variants().stream()
                        .anyMatch(variant ->
                                (!folded.isEmpty() && NameFolding.fold(variant).contains(folded))
                                        || (!sounds.isEmpty() && words(variant).containsAll(sounds)));
    }

    private static Set<String> words(String name) {
        Set<String> words = new HashSet<>(NameKeys.of(name));
        words.removeIf(key -> !key.startsWith("word "));
        return words;
    }

    private record Pair(Entry one, String other, double score, String reason) {}

    private void propose(Dataset dataset) throws IOException {
        PriorityQueue<Pair> queue = new PriorityQueue<>(PROPOSALS.reversed());
        Predicate<Entry> wanted = search == null ? entry -> true : found(search);
        each(dataset, entry -> {
            for (ContributorList.Proposal proposal :
                    wanted.test(entry) ? entry.sameAs() : List.<ContributorList.Proposal>of()) {
                if (search != null || entry.id().compareTo(proposal.id()) < 0) {
                    queue.add(new Pair(entry, proposal.id(), proposal.score(), proposal.reason()));
                    if (queue.size() > most) {
                        queue.remove();
                    }
                }
            }
        });
        List<Pair> pairs = queue.stream().sorted(PROPOSALS).toList();
        Map<String, Entry> others = new HashMap<>();
        Set<String> ids = new HashSet<>();
        pairs.forEach(pair -> ids.add(pair.other()));
        each(dataset, entry -> {
            if (ids.contains(entry.id())) {
                others.put(entry.id(), entry);
            }
        });
        pairs.forEach(pair -> show(pair, Objects.requireNonNull(others.get(pair.other()))));
        if (pairs.isEmpty()) {
            System.out.println("no proposals");
        }
    }

    private static final Comparator<Pair> PROPOSALS = Comparator.comparing((Pair pair) -> -pair.score())
            .thenComparing(pair -> -pair.one().documents())
            .thenComparing(pair -> pair.one().id())
            .thenComparing(Pair::other);

    private static void show(Pair pair, Entry other) {
        System.out.printf(Locale.ROOT, "%.2f  %s%n", pair.score(), TerminalText.of(pair.reason()));
        for (Entry entry : List.of(pair.one(), other)) {
            System.out.printf(
                    Locale.ROOT, "      %-12s %,10d  %s%n", shortId(entry.id()), entry.documents(), described(entry));
        }
    }

    private static String shortId(String id) {
        return id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID);
    }

    private void decide(Dataset dataset, EditorsText editors) throws IOException {
        Decisions decisions = Decisions.NONE;
        if (!merge.isEmpty()) {
            List<String> ids = ids(dataset, merge);
            decisions = editors.add(
                    "merges", List.of("into: '" + ids.get(0) + "'", "from: " + list(ids.subList(1, ids.size()), "'")));
        }
        if (!split.isEmpty()) {
            decisions = editors.add("splits", List.of("apart: " + list(ids(dataset, split), "'")));
        }
        if (ignore != null) {
            decisions = editors.add("ignore", withPublisher("name: " + EditorsText.quoted(ignore)));
        }
        if (!alias.isEmpty()) {
            decisions = editors.add(
                    "aliases",
                    withPublisher(
                            "name: " + EditorsText.quoted(alias.get(0)),
                            "also: "
                                    + list(
                                            alias.subList(1, alias.size()).stream()
                                                    .map(EditorsText::quoted)
                                                    .toList(),
                                            "")));
        }
        if (!kind.isEmpty()) {
            decisions = editors.add(
                    "kinds", withPublisher("name: " + EditorsText.quoted(kind.get(0)), "kind: " + kind.get(1)));
        }
        System.out.println("decided: the file holds " + ProgressText.count(decisions.size(), "decision")
                + " now; the next run applies them");
    }

    private List<String> withPublisher(String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        if (publisher != null) {
            all.add("publisher: " + EditorsText.quoted(publisher));
        }
        return all;
    }

    private static String list(List<String> items, String quote) {
        return "[" + quote + String.join(quote + ", " + quote, items) + quote + "]";
    }

    /** The whole ids of prefixes. */
    private static List<String> ids(Dataset dataset, List<String> prefixes) throws IOException {
        Map<String, List<String>> found = new HashMap<>();
        each(
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
            ids.add(matches.get(0));
        }
        return ids;
    }
}
