package dev.colophon.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowOrder;
import dev.colophon.dataset.parquet.RowReader;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.model.Document;
import dev.colophon.model.Evidence;
import dev.colophon.model.Origin;
import dev.colophon.model.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads an archive of two batches, one of them empty, with a reader that shares no code with the writer. */
class TablesInDuckDbTest {
    private static final String HARD = "😀 half \ud83d, other half \ude00, nul \0, ok";
    private static final String ORPHAN = "hard.html";

    @TempDir
    static Path root;

    private static Archive archive;
    private static Connection duckDb;

    @BeforeAll
    static void write() throws Exception {
        archive = new Archive(root);
        List<Samples.Input> inputs = new ArrayList<>(Samples.inputs(0, 40));
        Document hard = Samples.document(Origin.ofFile(ORPHAN, 10), 3, HARD);
        Document empty = Samples.document(Origin.ofFile("empty.html", 0), 4, "");
        inputs.add(new Samples.Input(ORPHAN, List.of(new Outcome.Accepted(hard))));
        inputs.add(new Samples.Input("empty.html", List.of(new Outcome.Accepted(empty))));
        archive.stage("all", inputs);
        archive.commit("2026-11-22", Set.of());
        archive.commit("2026-11-23", Set.of());
        duckDb = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duckDb.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        duckDb.close();
    }

    private static String table(String name) {
        return name.equals("contributors")
                ? "read_parquet('" + root + "/contributors/*.parquet')"
                : "read_parquet('" + root + "/" + name + "/*/*.parquet', hive_partitioning = true)";
    }

    private static List<List<String>> rows(String query) throws SQLException {
        try (Statement statement = duckDb.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static String one(String query) throws SQLException {
        return rows(query).get(0).get(0);
    }

    @Test
    void everyTableHasItsColumnsInOrderAndNothingElse() throws Exception {
        for (var table : Tables.all()) {
            List<String> expected = new ArrayList<>(
                    table.columns().stream().map(column -> column.name()).toList());
            if (!table.name().equals("contributors")) {
                expected.add("batch");
            }
            assertThat(rows("DESCRIBE SELECT * FROM " + table(table.name())))
                    .extracting(row -> row.get(0))
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void theTypesAreWhatPeopleExpect() throws Exception {
        List<List<String>> columns = rows("DESCRIBE SELECT * FROM " + table("documents"));
        assertThat(columns)
                .extracting(row -> row.get(0) + " " + row.get(1))
                .contains(
                        "doc_id VARCHAR",
                        "published_at TIMESTAMP WITH TIME ZONE",
                        "published_local TIMESTAMP",
                        "published_date DATE",
                        "published_confidence DOUBLE",
                        "text_chars INTEGER",
                        "tags VARCHAR[]",
                        "contributors STRUCT(contributor_id VARCHAR, \"name\" VARCHAR, name_raw VARCHAR, \"role\" VARCHAR,"
                                + " kind VARCHAR, \"source\" VARCHAR, confidence DOUBLE, reference VARCHAR)[]",
                        "minhash BLOB",
                        "is_canonical BOOLEAN",
                        "source_offset BIGINT");
        assertThat(columns.get(columns.size() - 2).get(0)).isEqualTo("text");
    }

    @Test
    void allFilesOfATableHaveOneSchema() throws Exception {
        for (String table : List.of("documents", "evidence", "rejects", "duplicates")) {
            String schemas =
                    "SELECT file_name, list((name, type, repetition_type, logical_type, num_children)) AS columns"
                            + " FROM parquet_schema('" + root + "/" + table + "/*/*.parquet') GROUP BY file_name";
            assertThat(rows("SELECT count(*), count(DISTINCT columns) FROM (" + schemas + ")"))
                    .containsExactly(List.of("2", "1"));
        }
    }

    @Test
    void everyValueComesBack() throws Exception {
        String hard = " FROM " + table("documents") + " WHERE source_uri = '" + ORPHAN + "'";
        assertThat(one("SELECT text" + hard)).isEqualTo("😀 half \uFFFD, other half \uFFFD, nul \0, ok");
        assertThat(rows("SELECT title, kicker, tags, url, published_at, modified_at, published_local, published_date,"
                        + " published_zone_source, language_confidence, page_count, http_status, text_chars,"
                        + " octet_length(minhash), payload_bytes, date_rules_version, author, editor,"
                        + " contributors[2].name, len(contributors), published_source" + hard))
                .containsExactly(List.of(
                        "শিরোনাম 😀",
                        "null",
                        "[a, খবর]",
                        "null",
                        "2025-06-05T12:00Z",
                        "2025-06-05T12:00:00.001234Z",
                        "2025-06-04 23:45:00.0",
                        "2025-06-04",
                        "explicit",
                        "0.9",
                        "null",
                        "200",
                        "33",
                        "512",
                        "900",
                        "3",
                        "Zoë",
                        "AVRA",
                        "অভ্র",
                        "3",
                        "text"));
    }

    @Test
    void listsAreNeverNull() throws Exception {
        assertThat(one("SELECT count(*) FROM " + table("documents")
                        + " WHERE tags IS NULL OR contributors IS NULL OR len(contributors) IS NULL"))
                .isEqualTo("0");
        assertThat(one("SELECT count(*) FROM " + table("documents") + " WHERE len(contributors) = 0"))
                .isNotEqualTo("0");
    }

    @Test
    void countsAgreeAcrossTables() throws Exception {
        assertThat(one("SELECT count(*) FROM " + table("documents"))).isEqualTo("162");
        assertThat(one("SELECT count(*) FROM " + table("rejects") + " WHERE message = 'শেষ নেই 😀'"))
                .isEqualTo("40");
        assertThat(one("SELECT count(*) FROM " + table("evidence") + " e SEMI JOIN " + table("documents")
                        + " d USING (doc_id)"))
                .isEqualTo("324");
        assertThat(one("SELECT count(*) FROM " + table("duplicates") + " WHERE method = 'exact'"))
                .isEqualTo(one("SELECT count(*) FROM " + table("documents") + " WHERE NOT is_canonical"))
                .isNotEqualTo("0");
    }

    @Test
    void clustersAreWhatTheTextsSay() throws Exception {
        String expected = "SELECT doc_id, first_value(doc_id) OVER w AS cluster_id, count(*) OVER"
                + " (PARTITION BY key) AS cluster_size FROM (SELECT *, CASE WHEN text = '' THEN doc_id ELSE"
                + " text_sha256 END AS key FROM " + table("documents") + ")"
                + " WINDOW w AS (PARTITION BY key ORDER BY captured_at NULLS LAST, doc_id)";
        assertThat(one("SELECT count(*) FROM " + table("documents") + " d JOIN (" + expected + ") e"
                        + " USING (doc_id, cluster_id, cluster_size) WHERE d.is_canonical = (doc_id = cluster_id) AND"
                        + " d.duplicate_of IS NOT DISTINCT FROM CASE WHEN is_canonical THEN NULL ELSE cluster_id END"))
                .isEqualTo("162");
    }

    @Test
    void contributorsSumUpTheDocuments() throws Exception {
        String expected = "SELECT c.contributor_id, count(DISTINCT doc_id) AS documents, min(published_date)"
                + " AS first_seen, max(published_date) AS last_seen FROM (SELECT doc_id, published_date,"
                + " unnest(contributors) AS c FROM " + table("documents") + ") GROUP BY ALL";
        assertThat(one("SELECT count(*) FROM " + table("contributors") + " JOIN (" + expected
                        + ") USING (contributor_id, documents, first_seen, last_seen)"))
                .isEqualTo(one("SELECT count(*) FROM " + table("contributors")))
                .isEqualTo("3");
        assertThat(rows("SELECT name, variants, scripts, roles FROM " + table("contributors")
                        + " WHERE list_contains(variants, 'AVRA') AND list_contains(variants, 'Avra')"
                        + " AND list_contains(variants, 'অভ্র')"))
                .containsExactly(List.of("অভ্র", "[AVRA, Avra, অভ্র]", "[Beng, Latn]", "[editor, reporter]"));
    }

    @Test
    void documentsAreSorted() throws Exception {
        assertThat(one("SELECT count(*) FROM (SELECT file_row_number AS n, row_number() OVER (ORDER BY published_date"
                        + " NULLS LAST, host NULLS LAST, doc_id) - 1 AS expected FROM read_parquet('" + root
                        + "/documents/batch=2026-11-22/*.parquet', file_row_number = true)) WHERE n <> expected"))
                .isEqualTo("0");
    }

    @Test
    void bloomFiltersFindWhatIsThereAndExcludeOthers() throws Exception {
        String file = root + "/documents/batch=2026-11-22/part-00000.parquet";
        String id = one("SELECT doc_id FROM " + table("documents") + " LIMIT 1");
        String probe = "SELECT bloom_filter_excludes FROM parquet_bloom_probe('" + file + "', 'doc_id', '";
        assertThat(one(probe + id + "')")).isEqualTo("false");
        assertThat(one(probe + "nowhere')")).isEqualTo("true");
        assertThat(rows("SELECT path_in_schema FROM parquet_metadata('" + file
                        + "') WHERE bloom_filter_offset IS NOT NULL"))
                .containsExactlyInAnyOrder(
                        List.of("doc_id"), List.of("url_canonical"), List.of("editor_id"), List.of("author_id"));
    }

    @Test
    void partsAreWrittenAsTheDesignSays() throws Exception {
        for (Part part : archive.live()) {
            if (part.path().endsWith(".parquet")) {
                PartInspection found = PartInspection.of(archive.storage, part.path(), part.table());
                assertThat(found.problems()).isEmpty();
                assertThat(found.rows()).isEqualTo(part.rows());
                assertThat(isSorted(part)).isTrue();
            }
        }
        assertThat(rows("SELECT DISTINCT compression FROM parquet_metadata('" + root + "/documents/*/*.parquet')"))
                .containsExactly(List.of("ZSTD"));
        assertThat(one("SELECT created_by FROM parquet_file_metadata('" + root + "/documents/*/*.parquet') LIMIT 1"))
                .startsWith("parquet-mr version 1.18.1");
    }

    /** Whether the rows of a part stand in its table's order. */
    private static boolean isSorted(Part part) throws IOException {
        Table<?> whole = Tables.named(part.table());
        RowOrder order = Tables.order(whole);
        Table<Void> keys = whole.project(part.table(), order.columns().toArray(String[]::new));
        RowOrder same = order.on(keys);
        try (RowCursor rows = RowReader.open(archive.storage, part.path(), keys)) {
            Row before = null;
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (before != null && same.compare(before, row) > 0) {
                    return false;
                }
                before = row;
            }
            return true;
        }
    }

    @Test
    void aDocumentIsFoundWithItsEvidence() throws Exception {
        String id = one("SELECT doc_id FROM " + table("documents") + " WHERE source_uri = '" + ORPHAN + "'");
        Map<String, Object> row = DocumentLookup.find(archive.storage, archive.live(), id);
        assertThat(row)
                .containsEntry("source_uri", ORPHAN)
                .containsEntry("published_local", "2025-06-04T23:45")
                .containsEntry("kicker", null)
                .containsEntry("tags", List.of("a", "খবর"));
        assertThat(DocumentLookup.evidence(archive.storage, archive.live(), id))
                .extracting(Evidence::rank)
                .containsExactly(1, 2);
        assertThat(DocumentLookup.find(archive.storage, archive.live(), "nowhere"))
                .isNull();
    }

    @Test
    void everyColumnIsExplained() {
        for (var table : Tables.all()) {
            assertThat(table.description()).isNotBlank();
            assertThat(table.columns())
                    .allSatisfy(column -> assertThat(column.description()).isNotBlank());
        }
    }
}
