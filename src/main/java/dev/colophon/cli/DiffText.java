package dev.colophon.cli;

import dev.colophon.dataset.BatchState;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.diff.Change;
import dev.colophon.dataset.diff.ChangeCounts;
import dev.colophon.model.Versions;
import dev.colophon.report.Words;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows the changes between two manifests to a person at a terminal. */
final class DiffText {
    private static final int MOST = 12;
    private static final int LONGEST = 60;

    private final PrintStream out;

    DiffText(PrintStream out) {
        this.out = out;
    }

    void print(Manifest from, Manifest to, ChangeCounts counts) {
        out.println("from       manifest " + from.number() + " (" + from.run() + ")");
        out.println("to         manifest " + to.number() + " (" + to.run() + ")");
        rules(from, to)
                .forEach((rules, batches) -> out.println(
                        "rules      " + rules + " in " + (batches == 1 ? "1 batch" : batches + " batches")));
        for (Change.Kind kind : Change.Kind.values()) {
            out.printf(Locale.ROOT, "%-10s %s%n", kind.label(), Words.count(counts.of(kind), "document"));
        }
        counts("fields", counts.fields());
        counts("languages", counts.languages());
        counts("publishers", counts.publishers());
        for (Change example : counts.examples()) {
            example(example);
        }
    }

    /** Which rules both manifests' batches were made with, where they differ. */
    private static SortedMap<String, Integer> rules(Manifest from, Manifest to) {
        SortedMap<String, Integer> found = new TreeMap<>();
        for (BatchState after : to.batches()) {
            BatchState before = from.batch(after.batch());
            if (before != null && !before.versions().equals(after.versions())) {
                found.merge(step(before.versions(), after.versions()), 1, Integer::sum);
            }
        }
        return found;
    }

    private static String step(Versions before, Versions after) {
        StringBuilder text = new StringBuilder();
        step(text, "pipeline", before.pipeline(), after.pipeline());
        step(text, "extractor", before.extractor(), after.extractor());
        step(text, "date rules", before.dateRules(), after.dateRules());
        step(text, "name rules", before.nameRules(), after.nameRules());
        if (!before.settingsSha256().equals(after.settingsSha256())) {
            text.append(text.isEmpty() ? "" : ", ").append("other settings");
        }
        return text.toString();
    }

    private static void step(StringBuilder text, String name, int before, int after) {
        if (before != after) {
            text.append(text.isEmpty() ? "" : ", ").append(name + " " + before + " → " + after);
        }
    }

    private void counts(String name, SortedMap<String, Long> counts) {
        if (!counts.isEmpty()) {
            String line = counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST)
                    .map(entry -> shown(entry.getKey()) + " " + String.format(Locale.ROOT, "%,d", entry.getValue()))
                    .collect(Collectors.joining(", "));
            out.printf("%-10s %s%s%n", name, line, counts.size() > MOST ? " …" : "");
        }
    }

    private void example(Change change) {
        String title = change.subject().title();
        out.println("example    " + change.docId() + " "
                + shown(title == null ? change.subject().sourceUri() : title));
        for (Change.Field field : change.fields()) {
            out.println("           " + field.name() + ": " + shown(field.before()) + " → " + shown(field.after()));
        }
    }

    private static String shown(@Nullable String value) {
        if (value == null) {
            return "-";
        }
        String line = TerminalText.printable(value.replace('\n', ' '));
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
