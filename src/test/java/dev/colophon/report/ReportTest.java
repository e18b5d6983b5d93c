package dev.colophon.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colophon.dataset.BatchState;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.dataset.run.Accounting;
import dev.colophon.dataset.run.RunOutcome;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.run.ShardAccount;
import dev.colophon.dataset.table.Tables;
import dev.colophon.model.Versions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Versions VERSIONS = new Versions(1, 2, 3, 4, "ab".repeat(32));
    private static final Accounting COUNTS = new Accounting(
            2901,
            2850,
            new TreeMap<>(Map.of("truncated", 20L, "malformed", 14L, "encrypted", 6L, "revisit", 11L)),
            506_234_567);

    @Test
    void theSummaryNamesWhatMatters() {
        assertThat(RunText.of(summary())).isEqualTo("""
                        nightly: complete after 12.3 s
                          captures          2,901   506.2 MB in 14 shards, 2 batches
                          documents         2,850   232 documents/s
                          rejects              51   truncated 20, malformed 14, encrypted 6; filtered: revisit 11
                          duplicates          131   exact 112, near 16, revision 3
                          warning     a.warc.gz changed while it was read: \uFFFD[31m\uFFFD
                          dataset     /srv/archive (manifest 7)
                          report      /srv/archive/_colophon/runs/2026-11-22-1.html
                        """);
    }

    @Test
    void theMetricsFileIsInTheExpositionFormat() {
        String metrics = MetricsText.of(summary());
        assertThat(metrics)
                .contains("# TYPE colophon_run_documents gauge\ncolophon_run_documents{job=\"nightly\"} 2850\n")
                .contains("colophon_run_rejects{job=\"nightly\",reason=\"revisit\",kind=\"filter\"} 11\n")
                .contains("colophon_run_duration_seconds{job=\"nightly\"} 12.300\n")
                .contains("colophon_run_outcome{job=\"nightly\",outcome=\"complete\"} 1\n");
        assertThat(metrics.lines())
                .allMatch(line -> line.startsWith("# ") || line.matches("[a-z_]+\\{([a-z]+=\"[^\"]*\",?)+} [0-9.]+"));
    }

    @Test
    void thePageEscapesWhatPagesSay(@TempDir Path folder) throws Exception {
        String page = RunPage.of(summary());
        assertThat(page)
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("default-src 'none'; style-src 'sha256-")
                .doesNotContain("style=\"")
                .doesNotContain("http://")
                .doesNotContain("https://")
                .contains("অভ্র চট্টোপাধ্যায়")
                .contains("… and 13 more");
        Files.writeString(Path.of(System.getProperty("colophon.report.page", folder + "/page.html")), page);
    }

    @Test
    void anEmptyRunHasAPageToo() {
        RunRecord nothing = new RunRecord(
                1,
                "x",
                "nightly",
                RunOutcome.RUNNING,
                Instant.EPOCH,
                null,
                "local",
                new TreeMap<>(),
                VERSIONS,
                new TreeMap<>(),
                List.of(),
                List.of(),
                Accounting.NONE,
                List.of(),
                null,
                List.of());
        RunSummary summary = new RunSummary(nothing, "/srv/archive", Contents.NONE, List.of());
        assertThat(RunPage.of(summary)).contains("every capture became a document");
        assertThat(RunText.of(summary)).startsWith("nightly: running\n");
        assertThat(MetricsText.of(summary)).doesNotContain("end_time");
    }

    @Test
    void theDatasetDescribesItselfAlikeInEveryLocale() throws Exception {
        SortedMap<String, byte[]> files = DatasetCard.files("Archive, 2026", manifest(), tables());
        JsonNode frictionless = new ObjectMapper().readTree(files.get("datapackage.json"));
        assertThat(frictionless.at("/name").asText()).isEqualTo("archive--2026");
        assertThat(frictionless.at("/resources/0/path/0").asText()).isEqualTo("documents/batch=a/part-00000.parquet");
        assertThat(frictionless.at("/resources/0/schema/fields/2/type").asText())
                .isEqualTo("array");
        JsonNode croissant = new ObjectMapper().readTree(files.get("croissant.json"));
        assertThat(croissant.at("/distribution/0/includes").asText()).isEqualTo("documents/*/*.parquet");
        assertThat(croissant.at("/recordSet/0/field/1/dataType").asText()).isEqualTo("sc:DateTime");
        assertThat(croissant
                        .at("/recordSet/0/field/2/subField/0/source/extract/column")
                        .asText())
                .isEqualTo("contributors.name");
        assertThat(new String(files.get("_colophon/README.md"), UTF_8))
                .contains("| `documents` | 1,234 | 1 | 56,789 | One row for every document. |")
                .contains("| `contributors[].name` | string | no | The name \\| as written. |");
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "bn-BD-u-nu-beng", "ar-EG-u-nu-arab", "fa-IR", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                SortedMap<String, byte[]> again = DatasetCard.files("Archive, 2026", manifest(), tables());
                again.forEach((path, bytes) -> assertThat(bytes).as(tag).isEqualTo(files.get(path)));
                assertThat(RunPage.of(summary())).contains("2,901 captures read");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyColumnOfTheArchiveIsInItsDictionary() {
        String readme = new String(DatasetCard.files("archive", Manifest.EMPTY).get(DatasetCard.README), UTF_8);
        for (Table<?> table : Tables.all()) {
            assertThat(readme).contains("### " + table.name());
            table.columns().forEach(column -> assertThat(readme).contains("| `" + column.name() + "` | "));
        }
        assertThat(readme).contains("| `contributors[].name_raw` | string |");
    }

    @Test
    void sizesAndTimesAreForPeople() {
        assertThat(Words.bytes(1)).isEqualTo("1 byte");
        assertThat(Words.bytes(999_999)).isEqualTo("1.0 MB");
        assertThat(Words.bytes(Long.MAX_VALUE)).isEqualTo("9.2 EB");
        assertThat(Words.duration(Duration.ofSeconds(125))).isEqualTo("2 min 05 s");
        assertThat(Words.duration(Duration.ofMinutes(187))).isEqualTo("3 h 07 min");
        assertThat(Words.count(2, "batch")).isEqualTo("2 batches");
    }

    private static RunSummary summary() {
        List<ShardAccount> shards = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            long rejects = i % 4;
            SortedMap<String, Long> reasons = new TreeMap<>(rejects == 0 ? Map.of() : Map.of("truncated", rejects));
            shards.add(new ShardAccount(
                    String.format(Locale.ROOT, "%016x", i * 0x9e3779b97f4a7c15L),
                    i < 8 ? "2026-11-21" : "2026-11-22",
                    new Accounting(207, 207 - rejects, reasons, 36_000_000 + i * 7919L)));
        }
        RunRecord run = new RunRecord(
                1,
                "2026-11-22-1",
                "nightly",
                RunOutcome.COMPLETE,
                Instant.parse("2026-11-22T03:00:07Z"),
                Instant.parse("2026-11-22T03:00:19.300Z"),
                "local, 2 threads",
                new TreeMap<>(Map.of("colophon", "0.1.0", "java", "17.0.15", "system", "Linux 6.1 amd64")),
                VERSIONS,
                new TreeMap<>(Map.of("job", "nightly", "parallelism", "2", "limits.document-bytes", "32MB")),
                List.of("/srv/inbox/2026-11-21", "/srv/inbox/2026-11-22"),
                List.of("2026-11-21", "2026-11-22"),
                COUNTS,
                shards,
                7L,
                List.of("a.warc.gz changed while it was read: \u001b[31m\u202e"));
        return new RunSummary(run, "/srv/archive", contents(), examples());
    }

    private static Contents contents() {
        List<Count> publishers = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            publishers.add(new Count("paper-" + i + ".example", 900 / (i + 1)));
        }
        return new Contents(
                2850,
                List.of(new Count("en", 1480), new Count("bn", 702), new Count("hi", 411), new Count("ar", 257)),
                publishers,
                List.of(
                        new Count("minute", 1702),
                        new Count("second", 733),
                        new Count("day", 301),
                        new Count("month", 4)),
                List.of(
                        new Count("title", 2848),
                        new Count("publication date", 2740),
                        new Count("author", 1911),
                        new Count("editor", 482)),
                List.of(
                        new Count("অভ্র চট্টোপাধ্যায়", 112),
                        new Count("محمد الأحمد", 87),
                        new Count("Jane <b>Doe</b>", 45),
                        new Count("Reuters", 44)),
                List.of(new Count("exact", 112), new Count("near", 16), new Count("revision", 3)));
    }

    private static List<RejectExample> examples() {
        return List.of(
                new RejectExample(
                        "truncated",
                        "2026-11-21/crawl-7.warc.gz@184467",
                        "expected 18,211 bytes of payload, found 4,096"),
                new RejectExample("malformed", "mail/<script>alert(1)</script>.eml", "expected a header, found 0x00"),
                new RejectExample(
                        "encrypted", "reports.zip!board/minutes.pdf", "expected a document without password"));
    }

    private static Manifest manifest() {
        Part part = new Part("documents", "a", "documents/batch=a/part-00000.parquet", 1234, 56_789, "00".repeat(32));
        return new Manifest(
                1,
                3,
                "11".repeat(32),
                "r",
                "j",
                List.of(new BatchState("a", "r", VERSIONS)),
                List.of(part),
                List.of(),
                List.of());
    }

    private static List<TableDescription> tables() {
        return List.of(new TableDescription(
                "documents",
                "One row for every document.",
                true,
                List.of(
                        new ColumnDescription("doc_id", "string", false, "The id.", "00ff", List.of()),
                        new ColumnDescription(
                                "published_at", "timestamp (UTC, microseconds)", true, "When.", "", List.of()),
                        new ColumnDescription(
                                "contributors",
                                "list<struct<name: string>>",
                                false,
                                "Who.",
                                "",
                                List.of(new ColumnDescription(
                                        "name", "string", false, "The name | as written.", "", List.of()))))));
    }
}
