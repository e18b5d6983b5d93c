package dev.colophon.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CldrNamesTest {
    @Test
    void theShippedNamesAreThoseOfTheInstalledIcu() throws IOException {
        try (var in = Objects.requireNonNull(Lexicon.class.getResourceAsStream("cldr-names.tsv"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(CldrNames.table());
        }
    }

    @Test
    void theShippedWaysToCountBackAreThoseOfTheInstalledIcu() throws IOException {
        try (var in = Objects.requireNonNull(Lexicon.class.getResourceAsStream("cldr-relative.tsv"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(CldrRelative.table());
        }
    }
}
