package dev.colophon.byline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The rows of a test table, without comments and blank lines. */
final class TestLines {
    private TestLines() {}

    static List<String> of(String name) {
        try (InputStream in = Objects.requireNonNull(TestLines.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(name, fault);
        }
    }
}
