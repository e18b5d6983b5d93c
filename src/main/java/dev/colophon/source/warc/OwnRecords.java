package dev.colophon.source.warc;

import dev.colophon.text.WordLists;
import java.util.List;
import java.util.Locale;

/** The addresses under which crawlers keep logs, screenshots and notes of their own in a WARC. Thread-safe. */
final class OwnRecords {
    private static final List<String> PREFIXES = WordLists.lines(OwnRecords.class, "own-records.txt").stream()
            .map(line -> line.toLowerCase(Locale.ROOT))
            .toList();

    private OwnRecords() {}

    /** Whether the record of an address is a crawler's own. */
    static boolean isOne(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return PREFIXES.stream().anyMatch(lower::startsWith);
    }
}
