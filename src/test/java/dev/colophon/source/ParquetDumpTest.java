package dev.colophon.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.colophon.model.Capture;
import dev.colophon.model.Reject;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On files that DuckDB writes. */
class ParquetDumpTest {
    private static final Path REAL = Path.of("../shared/real/parquet");
    private static final String PAGES = """
            SELECT 'https://kurier.example/' || i AS url, '<p>' || i || '</p>' AS html, i AS unrelated
            FROM range(%d) AS t(i)""";

    @TempDir
    Path folder;

    private byte[] parquet(String query, String options) throws SQLException, IOException {
        Path file = folder.resolve("pages.parquet");
        Files.deleteIfExists(file);
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet" + options + ")");
        }
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uncompressed", "snappy", "gzip", "zstd", "lz4_raw", "brotli"})
    void everyRowIsAPageUnderEveryCompression(String codec) throws Exception {
        Dump dump = Dump.of(parquet(PAGES.formatted(5), ", COMPRESSION " + codec));
        assertThat(dump.shown()).containsExactly("0", "1", "2", "3", "4");
        assertThat(dump.body(3)).isEqualTo("<p>3</p>");
        assertThat(dump.capture(3).origin().recordId()).isEqualTo("row 3");
        assertThat(dump.capture(3).origin().offset()).isEqualTo(4);
    }

    @Test
    void listsStructsAndTimesAreRead() throws Exception {
        Dump dump = Dump.of(parquet("""
                SELECT 'x' AS text, 7 AS id, ['Ada Lovelace', 'Bo Li'] AS authors,
                  {'url': 'https://kurier.example/a', 'lang': 'en'} AS metadata,
                  TIMESTAMP '2025-06-05 23:45:00' AS date_publish, TIMESTAMPTZ '2025-06-07 01:02:03+00' AS date_download,
                  DATE '2025-06-06' AS date_modify""", ""));
        assertThat(dump.shown()).containsExactly("a");
        assertThat(dump.capture(0).origin().recordId()).isEqualTo("7");
        assertThat(dump.capture(0).capturedAt()).isEqualTo(Instant.parse("2025-06-07T01:02:03Z"));
        assertThat(dump.names(0))
                .containsExactly("author Ada Lovelace parquet:authors", "author Bo Li parquet:authors");
        assertThat(dump.dates(0))
                .containsExactly(
                        "published 2025-06-05T23:45:00 parquet:date_publish",
                        "modified 2025-06-06 parquet:date_modify");
    }

    @Test
    void theJobFileNamesTheColumns() throws Exception {
        byte[] bytes = parquet("SELECT '<p>x</p>' AS payload, 'https://kurier.example/a' AS address", "");
        assertThat(Dump.of(bytes).shown()).containsExactly("!unsupported");
        assertThat(Dump.of(bytes).reject(0).message()).contains("payload, address");
        Path file = folder.resolve("pages.parquet");
        assertThat(Dump.of(
                                Files.readAllBytes(file),
                                new dev.colophon.source.format.SourceSettings(
                                        dev.colophon.source.format.SourceLimits.DEFAULT,
                                        Map.of("html", "payload", "url", "address")),
                                dev.colophon.source.format.Slice.WHOLE)
                        .shown())
                .containsExactly("a");
    }

    @Test
    void aDamagedRowGroupCostsItselfOnly() throws Exception {
        byte[] bytes = parquet(PAGES.formatted(6000), ", COMPRESSION zstd, ROW_GROUP_SIZE 2048");
        List<SourceItem> sound = Dump.of(bytes).items();
        assertThat(sound).hasSize(6000).allMatch(Capture.class::isInstance);
        long second = sound.get(2500).origin().offset();
        Arrays.fill(bytes, (int) second + 40, (int) second + 80, (byte) 0x55);
        List<SourceItem> damaged = Dump.of(bytes).items();
        List<Reject> rejects = damaged.stream()
                .filter(Reject.class::isInstance)
                .map(Reject.class::cast)
                .toList();
        assertThat(rejects).singleElement().matches(reject -> reject.origin().offset() == second);
        assertThat(damaged).hasSizeBetween(6000 - 2047, 6000);
        assertThat(damaged.get(damaged.size() - 1).origin().recordId()).isEqualTo("row 5999");
    }

    @Test
    void aFileCutAtAnyByteOrDamagedIsAccountedFor() throws Exception {
        byte[] bytes = parquet(PAGES.formatted(3), ", COMPRESSION snappy");
        for (int length = 4; length < bytes.length; length++) {
            assertThat(Dump.of(Arrays.copyOf(bytes, length)).shown())
                    .as("cut at %d", length)
                    .containsExactly("!truncated");
        }
        Random random = new Random(20251122);
        for (int round = 0; round < 500; round++) {
            byte[] damaged = bytes.clone();
            damaged[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
            assertThat(Dump.of(damaged).items()).as("round %d", round).isNotEmpty();
        }
    }

    @Test
    void realFilesThatAreNoPagesSayWhatTheyHold() throws IOException {
        assumeTrue(Files.isDirectory(REAL), "the real Parquet files are not here");
        try (Stream<Path> files = Files.walk(REAL)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Dump dump = Dump.of(Files.readAllBytes(file));
                assertThat(dump.items()).as("%s", file).isNotEmpty().allMatch(Reject.class::isInstance);
                if (file.toString().contains("/data/")) {
                    assertThat(dump.reject(0).reason()).as("%s", file).isEqualTo(RejectReason.UNSUPPORTED);
                }
            }
        }
    }
}
