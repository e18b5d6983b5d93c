package dev.colophon.quality;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of figures from 0 to 1: what was measured, or the floors below which it must not fall. As a file it is a line
 * {@code row<TAB>metric<TAB>value} for each figure.
 */
final class Figures {
    /** Digits behind the point of a floor. */
    private static final int DIGITS = 3;

    private final Map<String, Map<String, Double>> rows = new LinkedHashMap<>();

    void put(String row, Map<String, Double> figures) {
        rows.put(row, new LinkedHashMap<>(figures));
    }

    static Figures read(Path file) throws IOException {
        Figures figures = new Figures();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t", -1);
            if (cells.length == 3) {
                figures.rows
                        .computeIfAbsent(cells[0], row -> new LinkedHashMap<>())
                        .put(cells[1], Double.valueOf(cells[2]));
            } else if (!line.isBlank()) {
                throw new IOException(file + ": expected a row, a metric and a floor, found: " + line);
            }
        }
        return figures;
    }

    /** Writes the figures as floors, rounded down. */
    void write(Path file) throws IOException {
        StringBuilder out = new StringBuilder();
        rows.forEach((row, figures) -> figures.forEach((metric, value) -> out.append(row)
                .append('\t')
                .append(metric)
                .append('\t')
                .append(BigDecimal.valueOf(value + 1e-9).setScale(DIGITS, RoundingMode.FLOOR))
                .append('\n')));
        Files.writeString(file, out.toString());
    }

    /** What lies below its floor or was not measured, a line for each. */
    List<String> fallsBelow(Figures floors) {
        List<String> falls = new ArrayList<>();
        floors.rows.forEach((row, figures) -> figures.forEach((metric, floor) -> {
            Double value = rows.getOrDefault(row, Map.of()).get(metric);
            if (value == null) {
                falls.add(row + " " + metric + ": was not measured, its floor is " + floor);
            } else if (value + 1e-9 < floor) {
                falls.add(String.format(Locale.ROOT, "%s %s: %.4f, below its floor %.3f", row, metric, value, floor));
            }
        }));
        return falls;
    }

    /** The rows that have one of these metrics, with these alone. */
    Figures only(List<String> metrics) {
        Figures some = new Figures();
        rows.forEach((row, figures) -> {
            Map<String, Double> kept = new LinkedHashMap<>(figures);
            kept.keySet().retainAll(metrics);
            if (!kept.isEmpty()) {
                some.put(row, kept);
            }
        });
        return some;
    }

    /** For people: a line for each row, a column for each metric. */
    String table() {
        Set<String> metrics = metrics();
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "%-26s", ""));
        metrics.forEach(metric -> out.append(String.format(Locale.ROOT, "%9s", metric)));
        rows.forEach((row, figures) -> {
            out.append(String.format(Locale.ROOT, "%n%-26s", row));
            metrics.forEach(metric -> out.append(cell(figures.get(metric))));
        });
        return out.append('\n').toString();
    }

    /** Those of the fullest row first, so that the columns keep their order. */
    private Set<String> metrics() {
        Set<String> metrics = new LinkedHashSet<>();
        rows.values().stream()
                .sorted(Comparator.comparingInt((Map<String, Double> row) -> row.size())
                        .reversed())
                .forEach(row -> metrics.addAll(row.keySet()));
        return metrics;
    }

    private static String cell(@Nullable Double value) {
        return value == null ? "        -" : String.format(Locale.ROOT, "%9.3f", value);
    }
}
