package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of Tika's own MockParser, which hang, exit, throw and exhaust memory: each costs itself and no other. */
@Tag("faults")
class MockDocumentsTest {
    private static final Path DOCUMENTS = Path.of("../shared/real/docs/tika/mock");

    private static final Map<String, String> REJECTED = Map.of(
            "encrypted_document_exception.xml", "encrypted",
            "example.xml", "malformed",
            "heavy_hang_30000.xml", "timeout",
            "null_pointer.xml", "malformed",
            "null_pointer.xml.gz", "malformed",
            "null_pointer_no_msg.xml", "malformed",
            "real_oom.xml", "oom",
            "system_exit.xml", "io",
            "embedded_then_npe.xml", "malformed");

    @TempDir
    Path folder;

    @Test
    void eachCostsItselfAlone() throws Exception {
        assumeTrue(Files.isDirectory(DOCUMENTS), "no " + DOCUMENTS + ": Tika's mock documents are not read");
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        long all;
        try (Stream<Path> documents = Files.list(DOCUMENTS)) {
            all = documents.peek(document -> copy(document, inbox)).count();
        }
        Path dataset = folder.resolve("archive");
        CommandProcess run = CommandProcess.run(
                "convert",
                inbox.toString(),
                "--to",
                dataset.toString(),
                "--batch",
                "b",
                "--set",
                "limits.parse-time=10s");
        assertThat(run.exitCode()).as(run.output()).isEqualTo(3);
        assertThat(reasons(dataset)).isEqualTo(new TreeMap<>(REJECTED));
        assertThat(run.output()).contains(all + " captures = " + (all - REJECTED.size()) + " documents");
    }

    private static void copy(Path document, Path inbox) {
        try {
            Files.copy(document, inbox.resolve(document.getFileName()));
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private static Map<String, String> reasons(Path dataset) throws Exception {
        Map<String, String> reasons = new TreeMap<>();
        String query = "SELECT source_uri, reason FROM read_parquet('" + dataset + "/rejects/**/*.parquet')";
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reasons.put(rows.getString(1), rows.getString(2));
            }
        }
        return reasons;
    }
}
