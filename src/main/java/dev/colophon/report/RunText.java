package dev.colophon.report;

import dev.colophon.dataset.run.Accounting;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.run.Runs;
import dev.colophon.model.RejectReason;
import dev.colophon.text.Controls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run in a few lines for the terminal. */
public final class RunText {
    private RunText() {}

    /**
     * The same for a record alone, without what its documents are like.
     *
     * @param dataset the dataset's root, for people
     */
    public static String of(RunRecord run, String dataset) {
        return of(new RunSummary(run, dataset, Contents.NONE, List.of()));
    }

    /** The lines, each ended by a line feed; no control characters but those. */
    public static String of(RunSummary summary) {
        RunRecord run = summary.run();
        Accounting accounting = run.accounting();
        List<String> lines = new ArrayList<>();
        lines.add(run.job() + ": " + run.outcome().words() + after(run.elapsed()));
        lines.add(line("captures", Words.number(accounting.captures()), read(run)));
        lines.add(line("documents", Words.number(accounting.documents()), rate(summary)));
        lines.add(line("rejects", Words.number(accounting.rejected()), reasons(accounting)));
        Contents contents = summary.contents();
        if (contents.duplicateDocuments() > 0) {
            lines.add(line("duplicates", Words.number(contents.duplicateDocuments()), summary.duplicates()));
        }
        run.warnings().forEach(warning -> lines.add("  warning     " + warning));
        lines.add("  dataset     " + summary.dataset()
                + (run.manifest() == null ? "" : " (manifest " + run.manifest() + ")"));
        lines.add("  report      " + summary.dataset() + "/" + Runs.path(run.id(), ".html"));
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(printable(line)).append('\n'));
        return text.toString();
    }

    /** Rejects by reason in one line, the most frequent first: {@code truncated 3, empty 1; filtered: revisit 2}. */
    static String reasons(Accounting accounting) {
        List<String> faults = new ArrayList<>();
        List<String> filters = new ArrayList<>();
        for (Count reason : byCount(accounting)) {
            boolean filter = Reasons.kind(reason.label()) == RejectReason.Kind.FILTER;
            (filter ? filters : faults).add(reason.label() + " " + Words.number(reason.count()));
        }
        String left = filters.isEmpty() ? "" : "filtered: " + String.join(", ", filters);
        return String.join(", ", faults) + (faults.isEmpty() || left.isEmpty() ? "" : "; ") + left;
    }

    /** The reasons, the most frequent first, then by name. */
    static List<Count> byCount(Accounting accounting) {
        return accounting.rejects().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String after(@Nullable Duration elapsed) {
        return elapsed == null ? "" : " after " + Words.duration(elapsed);
    }

    private static String read(RunRecord run) {
        return Words.bytes(run.accounting().bytes()) + " in "
                + Words.count(run.shards().size(), "shard") + ", "
                + Words.count(run.batches().size(), "batch");
    }

    private static String rate(RunSummary summary) {
        Double rate = summary.documentsPerSecond();
        return rate == null ? "" : Words.rate(rate) + " documents/s";
    }

    private static String line(String name, String number, String more) {
        String head = "  " + name + " ".repeat(12 - name.length());
        return (head + " ".repeat(Math.max(0, 11 - number.length())) + number + "   " + more).stripTrailing();
    }

    /** A warning may quote a file's name, and a terminal obeys what it holds. */
    private static String printable(String line) {
        StringBuilder clean = new StringBuilder();
        line.codePoints().forEach(c -> clean.appendCodePoint(Controls.isObeyed(c) ? '\uFFFD' : c));
        return clean.toString();
    }
}
