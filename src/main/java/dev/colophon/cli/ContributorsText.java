package dev.colophon.cli;

import dev.colophon.byline.people.NameKeys;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.table.ContributorList;
import dev.colophon.dataset.table.ContributorList.Entry;
import dev.colophon.text.NameFolding;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Shows an archive's contributors, and who of them may be one person, to a person at a terminal. */
final class ContributorsText {
    private static final Comparator<Entry> BY_DOCUMENTS =
            Comparator.comparing((Entry entry) -> -entry.documents()).thenComparing(Entry::id);
    private static final Comparator<Pair> LIKELIEST = Comparator.comparing((Pair pair) -> -pair.score())
            .thenComparing(pair -> -pair.one().documents())
            .thenComparing(pair -> pair.one().id())
            .thenComparing(Pair::other);
    private static final int SHORT_ID = 12;

    private final PrintStream out;
    private final Dataset dataset;
    private final @Nullable String search;
    private final int most;

    /**
     * Shows some of them.
     *
     * @param search what their names hold or sound like; null for all
     * @param most rows to show
     */
    ContributorsText(PrintStream out, Dataset dataset, @Nullable String search, int most) {
        this.out = out;
        this.dataset = dataset;
        this.search = search;
        this.most = most;
    }

    /** A contributor and the id of another one who may be the same person. */
    private record Pair(Entry one, String other, double score, String reason) {}

    /** Prints those with most documents. */
    void printNames() throws IOException {
        Predicate<Entry> wanted = search == null ? entry -> entry.mergedInto() == null : hasName(search);
        First<Entry> first = new First<>(BY_DOCUMENTS);
        each(dataset, entry -> {
            if (wanted.test(entry)) {
                first.add(entry);
            }
        });
        out.printf(Locale.ROOT, "%-12s %10s  %-12s %s%n", "id", "documents", "kind", "name");
        for (Entry entry : first.sorted()) {
            out.printf(
                    Locale.ROOT,
                    "%-12s %,10d  %-12s %s%n",
                    shortId(entry.id()),
                    entry.documents(),
                    entry.ignored() ? "ignored" : entry.kind(),
                    described(entry));
        }
        if (first.sorted().isEmpty()) {
            out.println(search == null ? "nobody yet" : "nobody has a name like that");
        }
    }

    /** Prints the likeliest pairs, each once. */
    void printProposals() throws IOException {
        Predicate<Entry> wanted = search == null ? entry -> true : hasName(search);
        First<Pair> first = new First<>(LIKELIEST);
        each(dataset, entry -> {
            for (ContributorList.Proposal proposal :
                    wanted.test(entry) ? entry.sameAs() : List.<ContributorList.Proposal>of()) {
                if (search != null || entry.id().compareTo(proposal.id()) < 0) {
                    first.add(new Pair(entry, proposal.id(), proposal.score(), proposal.reason()));
                }
            }
        });
        List<Pair> pairs = first.sorted();
        Set<String> ids = new HashSet<>();
        pairs.forEach(pair -> ids.add(pair.other()));
        Map<String, Entry> others = new HashMap<>();
        each(dataset, entry -> {
            if (ids.contains(entry.id())) {
                others.put(entry.id(), entry);
            }
        });
        pairs.forEach(pair -> print(pair, Objects.requireNonNull(others.get(pair.other()))));
        if (pairs.isEmpty()) {
            out.println("no proposals");
        }
    }

    private void print(Pair pair, Entry other) {
        out.printf(Locale.ROOT, "%.2f  %s%n", pair.score(), TerminalText.of(pair.reason()));
        for (Entry entry : List.of(pair.one(), other)) {
            out.printf(
                    Locale.ROOT, "      %-12s %,10d  %s%n", shortId(entry.id()), entry.documents(), described(entry));
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

    private static String shortId(String id) {
        return id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID);
    }

    /** Those whose id begins with the text, or with a name that holds it or sounds like it. */
    private static Predicate<Entry> hasName(String text) {
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

    /** Reads an archive's contributors; a {@link UsageException} where another version has written them. */
    static void each(Dataset dataset, Consumer<Entry> reader) throws IOException {
        try {
            ContributorList.read(dataset.storage(), dataset.current().parts(), reader);
        } catch (IllegalStateException otherVersion) {
            throw new UsageException(otherVersion.getMessage()
                    + "; the next run with new input writes the table as this version reads it");
        }
    }

    /** The first of many, as many as are to be shown. */
    private final class First<T> {
        private final Comparator<T> order;
        private final PriorityQueue<T> kept;

        First(Comparator<T> order) {
            this.order = order;
            this.kept = new PriorityQueue<>(order.reversed());
        }

        void add(T one) {
            kept.add(one);
            if (kept.size() > most) {
                kept.remove();
            }
        }

        List<T> sorted() {
            return kept.stream().sorted(order).toList();
        }
    }
}
