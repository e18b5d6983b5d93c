package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's archive, read by DuckDB, against what each of the inputs is known to hold. */
class SampleTest {
    @TempDir
    static Path folder;

    private static Path dataset = Path.of("");

    @BeforeAll
    static void convert() throws Exception {
        dataset = folder.resolve("archive");
        CommandProcess command = CommandProcess.run("run", "sample", "--set", "output.dataset=" + dataset);
        assertThat(command.exitCode()).as(command.output()).isZero();
    }

    @Test
    void everyInputHoldsWhatItIsKnownToHold() throws Exception {
        Map<String, String> expected = new TreeMap<>();
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/sample/expected.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = (line + "\tend").split("\t");
            List<String> padded = new ArrayList<>(List.of(cells).subList(0, cells.length - 1));
            while (padded.size() < 7) {
                padded.add("");
            }
            expected.put(padded.get(0), String.join("\n", padded.subList(1, 7)));
        }
        Map<String, String> found = rows();
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        Map<String, String> differences = new TreeMap<>();
        expected.forEach((place, holds) -> {
            if (!holds.equals(found.get(place))) {
                differences.put(place, "\nexpected:\n" + holds + "\nfound:\n" + found.get(place));
            }
        });
        assertThat(differences).isEmpty();
    }

    private static Map<String, String> rows() throws Exception {
        String names = "array_to_string(list_transform(list_filter(contributors, lambda c: c.role = '%s'),"
                + " lambda c: c.name), '; ')";
        String place = "source_uri || coalesce('#' || record_id, '')";
        return query("select " + place + ", coalesce(title, ''), coalesce(language, ''),"
                + " coalesce(published_date::varchar, ''), " + names.formatted("author") + ", "
                + names.formatted("editor") + ", '' from " + table("documents")
                + " union all select source_uri || case when record_id is not null then '#' || record_id"
                + " when source_offset > 0 then '@' || source_offset else '' end,"
                + " '', '', '', '', '', reason from " + table("rejects"));
    }

    @Test
    void allFilesOfATableHaveOneSchemaAndTheirIndexes() throws Exception {
        for (String table : List.of("documents", "evidence", "rejects", "duplicates")) {
            assertThat(query("describe from " + table(table))).containsKey("batch");
        }
        assertThat(query("select distinct path_in_schema, 'bloom' from parquet_metadata('" + dataset
                        + "/documents/**/*.parquet') where bloom_filter_offset is not null"))
                .containsOnlyKeys("doc_id", "url_canonical", "editor_id", "author_id");
    }

    @Test
    void theArchiveVerifies() throws Exception {
        CommandProcess verify = CommandProcess.run("verify", dataset.toString());
        assertThat(verify.exitCode()).as(verify.output()).isZero();
        CommandProcess status = CommandProcess.run("status", dataset.toString());
        assertThat(status.output()).contains("batches    1").contains("complete");
    }

    @Test
    void aPublishersProfileGivesTheInstant() throws Exception {
        Path profiles = Files.createDirectories(folder.resolve("publishers"));
        Files.writeString(profiles.resolve("bangla.yaml"), "name: Bangla\nzone: Asia/Kolkata\n");
        CommandProcess explained = CommandProcess.run(
                "explain",
                "data/sample/dumps/000_honey.txt",
                "--publisher",
                "bangla",
                "--set",
                "publishers=" + profiles);
        assertThat(explained.output())
                .contains("zone Asia/Kolkata, publisher-profile")
                .contains("published_at   2025-06-");
    }

    @Test
    void aRowIsExplainedByItsEvidence() throws Exception {
        String docId = query("select doc_id, '' from " + table("documents") + " where source_uri like '%000_honey.txt'")
                .keySet()
                .iterator()
                .next();
        CommandProcess explained = CommandProcess.run("explain", dataset.toString(), docId);
        assertThat(explained.output())
                .contains("site knowledge       none")
                .contains("Evidence: every candidate, best first; * was chosen")
                .containsPattern(" \\* published_at +1 +2025-06-05T23:45 ")
                .containsPattern(" \\* contributors +1 +Sharmila Bose ");
    }

    private static String table(String name) {
        return "read_parquet('" + dataset + "/" + name + "/**/*.parquet', hive_partitioning = true)";
    }

    /** Rows by their first column; the others joined by line feeds. */
    private static Map<String, String> query(String sql) throws Exception {
        Map<String, String> rows = new TreeMap<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 2; column <= columns; column++) {
                    cells.add(String.valueOf(result.getString(column)));
                }
                String before = rows.put(result.getString(1), String.join("\n", cells));
                assertThat(before).as("two rows for " + result.getString(1)).isNull();
            }
        }
        return rows;
    }
}
