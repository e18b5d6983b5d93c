package dev.colophon.source.warc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The addresses under which crawlers keep logs, screenshots and notes of their own in a WARC. Thread-safe. */
final class OwnRecords {
    private static final List<String> PREFIXES = prefixes();

    private OwnRecords() {}

    /** Whether the record of an address is a crawler's own. */
    static boolean isOne(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return PREFIXES.stream().anyMatch(lower::startsWith);
    }

    private static List<String> prefixes() {
        String name = "own-records.txt";
        InputStream table = Objects.requireNonNull(OwnRecords.class.getResourceAsStream(name), name);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }
}
