package dev.colophon.cli;

import dev.colophon.conversion.ConversionPlan;
import dev.colophon.report.Words;
import java.util.Locale;

/** How far a run has come, in words. */
final class ProgressText {
    private ProgressText() {}

    /** {@code 43 inputs (1.2 MB) in 1 shard; 12 known}. */
    static String plan(ConversionPlan plan) {
        StringBuilder text = new StringBuilder();
        text.append(Words.count(plan.newInputs(), "input"))
                .append(" (")
                .append(Words.bytes(plan.bytes()))
                .append(") in ");
        text.append(Words.count(plan.shards().size(), "shard"));
        ConversionPlan.Tally tally = plan.tally();
        add(text, tally.changed(), "of them changed, their old rows are replaced");
        add(text, tally.again(), "of them read again");
        add(text, tally.known(), "known");
        add(text, tally.vanished().size(), "gone since, their rows stay");
        add(text, tally.waiting().size(), "still being written, left for the next run");
        return text.toString();
    }

    private static void add(StringBuilder text, int count, String what) {
        if (count > 0) {
            text.append("; ").append(count).append(' ').append(what);
        }
    }

    /** {@code 1:05}, {@code 2:03:04}. */
    static String time(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
