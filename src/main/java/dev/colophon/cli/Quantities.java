package dev.colophon.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Reads sizes and times as people write them. */
final class Quantities {
    /** Far above any size in bytes or time in milliseconds, and still counted in nanoseconds without overflow. */
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE / 1_000_000);

    private Quantities() {}

    /** {@code 32MB} → 33554432: B, KB, MB, GB with a factor of 1,024; a bare number is bytes. */
    static long bytes(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        int digits = leadingNumber(upper);
        long factor = switch (upper.substring(digits).strip()) {
            case "", "B" -> 1L;
            case "KB", "KIB", "K" -> 1L << 10;
            case "MB", "MIB", "M" -> 1L << 20;
            case "GB", "GIB", "G" -> 1L << 30;
            default -> throw notA("size such as 32MB", text);
        };
        return whole(number(upper, digits, "size such as 32MB", text).multiply(BigDecimal.valueOf(factor)), text);
    }

    /** {@code 30s} → 30 seconds: ms, s, m, h; a bare number is seconds. */
    static Duration duration(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        int digits = leadingNumber(lower);
        long millis = switch (lower.substring(digits).strip()) {
            case "ms" -> 1L;
            case "", "s" -> 1_000L;
            case "m", "min" -> 60_000L;
            case "h" -> 3_600_000L;
            default -> throw notA("time such as 30s", text);
        };
        BigDecimal time = number(lower, digits, "time such as 30s", text).multiply(BigDecimal.valueOf(millis));
        return Duration.ofMillis(whole(time, text));
    }

    private static long whole(BigDecimal amount, String written) {
        if (amount.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("'" + written + "' is more than anything that can be limited");
        }
        return amount.longValue();
    }

    private static int leadingNumber(String text) {
        int end = 0;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    private static BigDecimal number(String text, int end, String expected, String written) {
        try {
            return new BigDecimal(text.substring(0, end));
        } catch (NumberFormatException fault) {
            throw notA(expected, written);
        }
    }

    private static IllegalArgumentException notA(String expected, String written) {
        return new IllegalArgumentException("expected a " + expected + ", found '" + written + "'");
    }
}
