package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many documents, of which one in twenty exhausts its parser's memory, one in twenty ends it and three in a hundred hang:
 * {@code -Dfaulty.documents=20000} for the number of all. They are documents for Tika's MockParser, written here. How
 * much of their rate the others keep depends on what a broken parser's replacement costs beside them, and on what else the
 * machine does: {@code -Dfaulty.share=0.5} for the share that is to be kept.
 */
@Tag("faults")
class FaultyDocumentsTest {
    private static final int ALL = Integer.getInteger("faulty.documents", 500);

    /** Milliseconds of work for each document: somewhat less than a mean PDF or office file takes. */
    private static final int WORK = Integer.getInteger("faulty.work", 50);

    private static final Duration LIMIT = Duration.ofSeconds(Integer.getInteger("faulty.seconds", 20));

    /** Documents of one archive: some archives make some shards. */
    private static final int ARCHIVE = 50;

    private static final double SHARE = Double.parseDouble(System.getProperty("faulty.share", "0.1"));

    private static final long SEED = 20_000;

    private final Kind[] kinds = kinds();

    @TempDir
    Path folder;

    @Test
    void eachFaultIsAccountedForAndTheOtherDocumentsAreRows() throws Exception {
        Path sample = Files.createDirectories(folder.resolve("sample"));
        write(sample.resolve("documents.zip"), 0, false);
        Installation colophon = Installation.in(Files.createDirectories(folder.resolve("installation")), sample);
        long clean = convert(colophon, "clean", false);
        assertThat(rejects("clean")).isEmpty();
        assertThat(texts("clean")).isEqualTo(ALL);
        long faulty = convert(colophon, "faulty", true);
        assertThat(rejects("faulty"))
                .isEqualTo(new TreeMap<>(
                        Map.of("oom", count(Kind.OOM), "io", count(Kind.EXIT), "timeout", count(Kind.HANG))));
        assertThat(texts("faulty")).isEqualTo(count(Kind.GOOD));
        double rate = ALL * 1e3 / clean;
        double rateAmongFaults = count(Kind.GOOD) * 1e3 / faulty;
        System.out.printf(
                Locale.ROOT,
                "%d documents: %.1f s clean, %.1f s with faults; %.1f and %.1f good documents a second, %.0f %%%n",
                ALL,
                clean / 1e3,
                faulty / 1e3,
                rate,
                rateAmongFaults,
                100 * rateAmongFaults / rate);
        assertThat(rateAmongFaults).as("good documents a second").isGreaterThan(rate * SHARE);
    }

    private enum Kind {
        GOOD,
        OOM,
        EXIT,
        HANG
    }

    /** What each document does: the same shares of every number, at places that a seed gives. */
    private static Kind[] kinds() {
        Kind[] kinds = new Kind[ALL];
        for (int number = 0; number < ALL; number++) {
            int place = number % 100;
            kinds[number] = place < 5 ? Kind.OOM : place < 10 ? Kind.EXIT : place < 13 ? Kind.HANG : Kind.GOOD;
        }
        Collections.shuffle(Arrays.asList(kinds), new Random(SEED));
        return kinds;
    }

    private long count(Kind kind) {
        return Arrays.stream(kinds).filter(each -> each == kind).count();
    }

    /** Milliseconds that it takes. */
    private long convert(Installation colophon, String name, boolean faults) throws Exception {
        Path inbox = Files.createDirectories(folder.resolve(name));
        for (int from = 0; from < ALL; from += ARCHIVE) {
            write(inbox.resolve("documents-" + from / ARCHIVE + ".zip"), from, faults);
        }
        long started = System.nanoTime();
        CommandProcess run = colophon.start(
                "convert",
                inbox.toString(),
                "--to",
                folder.resolve(name + "-archive").toString(),
                "--batch",
                "b",
                "--set",
                "limits.parse-time=" + LIMIT.toSeconds() + "s",
                "--set",
                "limits.worker-heap=128MB");
        run.await(Duration.ofHours(6));
        assertThat(run.exitCode()).as(run.output()).isEqualTo(faults ? 3 : 0);
        return (System.nanoTime() - started) / 1_000_000;
    }

    private void write(Path archive, int from, boolean faults) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int number = from; number < Math.min(ALL, from + ARCHIVE); number++) {
                ZipEntry entry = new ZipEntry(String.format("%06d.xml", number));
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(mock(number, faults ? kinds[number] : Kind.GOOD).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String mock(int number, Kind kind) {
        String deed = switch (kind) {
            case GOOD -> "<hang millis=\"" + WORK + "\" heavy=\"true\" pulse_millis=\"1\"/>";
            case OOM -> "<oom/>";
            case EXIT -> "<system_exit/>";
            case HANG -> "<hang millis=\"86400000\" heavy=\"false\" interruptible=\"false\"/>";
        };
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><mock><metadata action=\"add\" name=\"title\">Number "
                + number
                + "</metadata><write element=\"p\">The text of document " + number + ", of a few words.</write>" + deed
                + "</mock>";
    }

    private Map<String, Long> rejects(String name) throws Exception {
        Path rejects = folder.resolve(name + "-archive/rejects");
        Map<String, Long> counts = new TreeMap<>();
        if (Files.isDirectory(rejects)) {
            query(
                    "SELECT reason, count(*) FROM read_parquet('" + rejects + "/**/*.parquet') GROUP BY ALL",
                    row -> counts.put(row.getString(1), row.getLong(2)));
        }
        return counts;
    }

    private long texts(String name) throws Exception {
        long[] count = new long[1];
        query(
                "SELECT count(DISTINCT text) FROM read_parquet('" + folder.resolve(name + "-archive/documents")
                        + "/**/*.parquet')",
                row -> count[0] = row.getLong(1));
        return count[0];
    }

    private interface Row {
        void take(ResultSet row) throws Exception;
    }

    private static void query(String sql, Row row) throws Exception {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                row.take(rows);
            }
        }
    }
}
