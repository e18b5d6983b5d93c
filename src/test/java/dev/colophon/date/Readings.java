package dev.colophon.date;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The strings of {@code readings.tsv}, each with what it says. */
final class Readings {
    record Case(String text, ReadingHints hints, String expected, boolean line) {
        static Case of(String row) {
            String[] fields = row.split("\t", -1);
            ReadingHints hints = new ReadingHints(
                    fields[1].isEmpty() ? null : fields[1],
                    fields[2].isEmpty() ? null : fields[2],
                    null,
                    2026,
                    null,
                    null,
                    fields[3].equals("m"));
            return new Case(fields[0], hints, fields[4], fields[5].equals("L"));
        }

        String read() {
            DateReader.Result result = DateReader.read(text, hints);
            return result.dates().isEmpty()
                    ? Objects.requireNonNull(result.refusal())
                    : result.dates().stream().map(DateReading::iso).collect(Collectors.joining(" "));
        }
    }

    static List<Case> all() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Readings.class.getResourceAsStream("readings.tsv")), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(Case::of)
                    .toList();
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private Readings() {}

    /** What each string is read as, a line for each: a program, so that it can run on other machines' settings. */
    static String table() {
        return all().stream().map(one -> one.text() + "\t" + one.read() + "\n").collect(Collectors.joining());
    }

    public static void main(String[] args) {
        try (PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
            out.print(table());
        }
    }
}
