package dev.colophon.cli;

import dev.colophon.conversion.ConversionPlan;
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

    /** {@code 1 shard}, {@code 2 shards}. */
    static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? noun : noun + "s");
    }

    /** Text of others without what a terminal obeys. */
    static String printable(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(c -> clean.appendCodePoint(isObeyed(c) ? '\uFFFD' : c));
        return clean.toString();
    }

    private static boolean isObeyed(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> codePoint != 0x200C && codePoint != 0x200D;
            default -> false;
        };
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
