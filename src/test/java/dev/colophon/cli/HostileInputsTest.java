package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several hundred hostile inputs in one run: each becomes what its list says, none reads the canary's file or calls its
 * port. The inputs are not part of the project; where their generator is not beside it the test says so.
 */
@Tag("faults")
class HostileInputsTest {
    private static final int GOOD_FOR_EACH = 10;
    private static final String TOKEN = "COLOPHON-CANARY-9b1f2c";

    /** Inputs that end otherwise than their list says, and why. */
    private static final Map<String, String> AGREED = Map.ofEntries(
            Map.entry("archive/02_zip_backslash.zip", "backslashes lead out of a folder as slashes do"),
            Map.entry("archive/12_zip_nested_42like.zip", "the limit on depth is met before anything has expanded"),
            Map.entry("archive/14_zip_40k_entries.zip", "each entry is a reject, for what it is: empty"),
            Map.entry("archive/39_tar_30k_files.tar.gz", "each entry is a reject, for what it is: empty"),
            Map.entry("archive/21_zip_prefix_suffix.zip", "a program is not unpacked; a reject accounts for it"),
            Map.entry("archive/35_tar_negative_size.tar", "the sound entry behind the damaged one is read"),
            Map.entry(
                    "archive/52_gz_trailing_garbage.html.gz", "the page is a row; a reject tells of what is behind it"),
            Map.entry("warc/16_gz_bomb_record.warc.gz", "the ratio shows after a megabyte, the size after 32"),
            Map.entry("warc/79_zst_dict.warc.zst", "dictionaries are read; this one is damaged"),
            Map.entry("pdf/12_flate_bomb.pdf", "the parser drops the second filter, and finds no text"),
            Map.entry("pdf/18_length_ref_cycle.pdf", "the parser survives the cycle, and finds no text"),
            Map.entry("pdf/31_tounicode_bomb.pdf", "its expansion shows before its size and time do"),
            Map.entry("office/02_docx_laughs.docx", "any DOCTYPE is refused before its entities are read"),
            Map.entry("office/21_rtf_bin_lies.rtf", "data that is shorter than stated is truncated"),
            Map.entry("names/.hidden.html", "hidden files are no inputs"),
            Map.entry("names/.x.html.crc", "hidden files are no inputs"),
            Map.entry("names/\\xff\\xfe\\xfa.html", "a reject: Java cannot open a name that is no UTF-8"),
            Map.entry("special/dir.html", "a folder is no input, what is in it would be"));

    @TempDir
    Path folder;

    @Test
    void eachInputEndsAsItsListSays() throws Exception {
        HostileGenerator.require();
        Path inputs = folder.resolve("hostile");
        Path dataset = folder.resolve("archive");
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            HostileGenerator.write(inputs, folder, server.getLocalPort());
            CommandProcess run =
                    CommandProcess.run("convert", inputs.toString(), "--to", dataset.toString(), "--batch", "hostile");
            assertThat(run.exitCode()).as(run.output()).isIn(0, 3);
            assertThat(run.output()).as("what a user sees").doesNotContain("\tat ");
            org.assertj.core.api.Assertions.assertThatThrownBy(server::accept)
                    .as("calls to the canary's port")
                    .isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(filesThatHold(dataset)).as("files that hold the canary").isEmpty();
        Map<String, HostileOutcome> outcomes = outcomes(dataset);
        List<String> wrong = new ArrayList<>();
        for (HostileCase input : HostileCase.read(inputs.resolve("hostile.tsv"))) {
            HostileOutcome outcome = outcomes.getOrDefault(input.name(), HostileOutcome.NOTHING);
            if (!AGREED.containsKey(input.name()) && !input.allows(outcome)) {
                wrong.add(input.name() + ": expected " + input.expected() + ", found " + outcome);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void amongHostileInputsGoodOnesGiveTheRowsThatTheyGiveAlone() throws Exception {
        HostileGenerator.require();
        Path hostile = folder.resolve("mixed/hostile");
        HostileGenerator.write(hostile, folder, 9);
        int hostileInputs = HostileCase.read(hostile.resolve("hostile.tsv")).size();
        for (int number = 0; number < GOOD_FOR_EACH * hostileInputs; number++) {
            good(folder.resolve("alone/good"), number);
            good(folder.resolve("mixed/good"), number);
        }
        convert("alone");
        convert("mixed");
        assertThat(goodRows("mixed")).hasSize(GOOD_FOR_EACH * hostileInputs).isEqualTo(goodRows("alone"));
    }

    /** A page of a site of its own in folders of some, since what is learned of a site depends on its pages. */
    private static void good(Path inbox, int number) throws IOException {
        Path page = inbox.resolve("g" + number / 100).resolve(number + ".html");
        Files.createDirectories(page.getParent());
        String words = "The ferry number " + number + " leaves the old harbour every hour, and carries sixty people. ";
        Files.writeString(
                page,
                "<html lang=en><head><title>Ferry " + number + "</title><link rel=canonical href='https://site" + number
                        + ".example/a'></head><body><h1>Ferry " + number + "</h1><p class=byline>By Jane Doe</p><p>"
                        + words.repeat(6) + "</p></body></html>");
    }

    private void convert(String inputs) throws Exception {
        CommandProcess run = CommandProcess.run(
                "convert",
                folder.resolve(inputs).toString(),
                "--to",
                folder.resolve(inputs + "-archive").toString(),
                "--batch",
                "b");
        assertThat(run.exitCode()).as(run.output()).isIn(0, 3);
    }

    /** All of each good row, with its contributors, but for what the whole batch decides. */
    private List<String> goodRows(String inputs) throws Exception {
        List<String> rows = new ArrayList<>();
        String query = "SELECT CAST(d AS VARCHAR) FROM (SELECT * EXCLUDE (cluster_id, cluster_size, duplicate_of,"
                + " is_canonical) FROM read_parquet('" + folder.resolve(inputs + "-archive")
                + "/documents/**/*.parquet') WHERE source_uri LIKE 'good/%') d ORDER BY source_uri";
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private static List<Path> filesThatHold(Path dataset) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(dataset)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(TOKEN)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static Map<String, HostileOutcome> outcomes(Path dataset) throws Exception {
        Map<String, HostileOutcome> outcomes = new HashMap<>();
        String query = """
                SELECT source_uri, 'row', '', count(*) FROM read_parquet('%1$s/documents/**/*.parquet') GROUP BY ALL
                UNION ALL
                SELECT source_uri, kind, reason, count(*) FROM read_parquet('%1$s/rejects/**/*.parquet') GROUP BY ALL
                """.formatted(dataset);
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                HostileOutcome part = HostileOutcome.of(rows.getString(2), rows.getString(3), rows.getInt(4));
                outcomes.merge(rows.getString(1), part, HostileOutcome::plus);
            }
        }
        return outcomes;
    }
}
