package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first user's own document, field by field, where it is at hand beside the project. */
class SeedTest {
    private static final Path SEED = Path.of("../shared/seed");

    @TempDir
    Path folder;

    @Test
    void theRowHoldsWhatItMust() throws Exception {
        assumeTrue(Files.isDirectory(SEED), "the seed document is not beside this checkout");
        JsonNode expected = new ObjectMapper().readTree(SEED.resolve("expected.json").toFile());
        CommandProcess command = CommandProcess.run("convert", SEED.toString(), "--to", folder.toString());
        assertThat(command.exitCode()).as(command.output()).isZero();
        String columns = "title, kicker, description, language, script, published_raw, published_local::varchar,"
                + " published_date::varchar, published_precision, published_at, byline_raw, editor, author,"
                + " contributors[1].role, contributors[1].kind, len(contributors), text";
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet row = statement.executeQuery("select " + columns + " from read_parquet('" + folder
                        + "/documents/**/*.parquet') where media_type = 'text/plain'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo(expected.get("title").asText());
            assertThat(row.getString(2)).isEqualTo(expected.get("kicker").asText());
            assertThat(row.getString(3)).contains(expected.get("description_contains").asText());
            assertThat(row.getString(4)).isEqualTo(expected.get("language").asText());
            assertThat(row.getString(5)).isEqualTo(expected.get("script").asText());
            assertThat(row.getString(6)).isEqualTo(expected.get("published_raw").asText());
            assertThat(row.getString(7).replace(' ', 'T')).isEqualTo(expected.get("published_local").asText());
            assertThat(row.getString(8)).isEqualTo(expected.get("published_date").asText());
            assertThat(row.getString(9)).isEqualTo(expected.get("published_precision").asText());
            assertThat(row.getString(10)).isNull();
            assertThat(row.getString(11)).contains(expected.get("byline_raw_contains").asText());
            assertThat(row.getString(12)).isEqualTo(expected.get("editor").asText());
            assertThat(row.getString(13)).isNull();
            assertThat(row.getString(14)).isEqualTo("editor");
            assertThat(row.getString(15)).isEqualTo("person");
            assertThat(row.getInt(16)).isEqualTo(1);
            StringBuilder text = new StringBuilder();
            for (JsonNode paragraph : expected.get("text_paragraphs")) {
                text.append(text.isEmpty() ? "" : "\n\n").append(paragraph.asText());
            }
            assertThat(row.getString(17)).isEqualTo(text.toString());
        }
    }
}
