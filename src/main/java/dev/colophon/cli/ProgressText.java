package dev.colophon.cli;

import dev.colophon.batch.ConversionPlan;
import java.util.Locale;

/** Numbers as people read them. */
final class ProgressText {
    private ProgressText() {}

    /** {@code 43 inputs (1.2 MB) in 1 shard; 12 known}. */
    static String plan(ConversionPlan plan) {
        StringBuilder text = new StringBuilder();
        text.append(count(plan.newInputs(), "input"))
                .append(" (")
                .append(bytes(plan.bytes()))
                .append(") in ");
        text.append(count(plan.shards().size(), "shard"));
        if (plan.changed() > 0) {
            text.append("; ").append(plan.changed()).append(" of them changed, their old rows are replaced");
        }
        if (plan.known() > 0) {
            text.append("; ").append(plan.known()).append(" known");
        }
        if (plan.vanished() > 0) {
            text.append("; ").append(plan.vanished()).append(" gone since, their rows stay");
        }
        return text.toString();
    }

    /** {@code 1 shard}, {@code 2 shards}. */
    static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? noun : noun + "s");
    }

    /** {@code 1.2 MB}. */
    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = -1;
        while (value >= 1_000 && unit < 4) {
            value /= 1_000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %sB", value, "kMGTP".charAt(unit));
    }

    /** {@code 1:05}, {@code 2:03:04}. */
    static String time(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
