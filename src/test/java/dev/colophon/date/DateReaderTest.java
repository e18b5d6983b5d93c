package dev.colophon.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class DateReaderTest {
    private record Case(String text, ReadingHints hints, String expected, boolean line) {
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

    private static List<Case> cases() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DateReaderTest.class.getResourceAsStream("readings.tsv")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(Case::of)
                    .toList();
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    @Test
    void readsWhatPagesOfManyLanguagesWrite() {
        SoftAssertions all = new SoftAssertions();
        cases().forEach(one -> all.assertThat(one.read()).as(one.text()).isEqualTo(one.expected()));
        all.assertAll();
    }

    @Test
    void tellsDateLinesFromOthers() {
        SoftAssertions all = new SoftAssertions();
        cases().forEach(one -> all.assertThat(DateInterpreter.isDateLine(one.text()))
                .as(one.text())
                .isEqualTo(one.line()));
        all.assertAll();
    }

    @Test
    void doesNotDependOnTheDefaultLocaleOrZone() {
        Locale locale = Locale.getDefault();
        java.util.TimeZone zone = java.util.TimeZone.getDefault();
        List<String> expected = cases().stream().map(Case::read).toList();
        try {
            for (String tag : List.of("en-US", "tr-TR", "bn-BD", "ar-EG", "fa-IR", "th-TH")) {
                for (String id : List.of("UTC", "Pacific/Kiritimati", "Asia/Kolkata")) {
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    ULocale.setDefault(ULocale.forLanguageTag(tag));
                    java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone(id));
                    TimeZone.setDefault(TimeZone.getTimeZone(id));
                    assertThat(cases().stream().map(Case::read).toList())
                            .as(tag + " " + id)
                            .isEqualTo(expected);
                }
            }
        } finally {
            Locale.setDefault(locale);
            ULocale.setDefault(ULocale.forLocale(locale));
            java.util.TimeZone.setDefault(zone);
            TimeZone.setDefault(null);
        }
    }

    @Test
    void readsEveryPrefixOfEveryTextWithoutFault() {
        for (Case one : cases()) {
            for (int length = 0; length <= one.text().length(); length++) {
                String prefix = one.text().substring(0, length);
                assertThatCode(() -> DateReader.read(prefix, one.hints()))
                        .as(prefix)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void isFastOnLongTextsMadeToBeSlow() {
        List<String> hostile = List.of(
                "5".repeat(1_000_000),
                "5 ".repeat(500_000),
                "5 June ".repeat(100_000),
                "a.".repeat(500_000),
                "- ".repeat(500_000),
                "2025-06-".repeat(100_000),
                "年".repeat(500_000),
                "一".repeat(500_000),
                "11:45 ".repeat(100_000),
                "\u0300".repeat(500_000));
        long start = System.nanoTime();
        for (String text : hostile) {
            DateReader.read(text, ReadingHints.NONE);
            DateInterpreter.isDateLine(text);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}
