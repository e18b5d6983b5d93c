import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads the sample's archive with DuckDB, as a user would, and fails where it does not hold what it must. */
final class CheckSample {
    private static int failures;

    private CheckSample() {}

    public static void main(String[] args) throws Exception {
        String root = Path.of(args[0]).toAbsolutePath().toString().replace("'", "''");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            for (String table : new String[] {"documents", "evidence", "rejects", "duplicates"}) {
                statement.execute("create view " + table + " as from read_parquet('" + root + "/" + table
                        + "/**/*.parquet', hive_partitioning = true)");
            }
            statement.execute("create view contributors as from read_parquet('" + root + "/contributors/*.parquet')");
            expect(statement, "at least 40 documents", "select count(*) >= 40 from documents");
            expect(statement, "documents in 10 languages", "select count(distinct language) >= 10 from documents");
            expect(statement, "documents in 6 scripts", "select count(distinct script) >= 6 from documents");
            expect(statement, "ids that identify", "select count(*) = count(distinct doc_id) from documents");
            expect(statement, "a date in most documents", "select avg((published_date is not null)::int) > 0.8 from documents");
            expect(
                    statement,
                    "the editor of a Bengali text dump",
                    "select count(*) > 0 from documents where language = 'bn' and editor is not null");
            expect(statement, "rejects with reasons", "select count(*) >= 4 and bool_and(reason <> '') from rejects");
            expect(statement, "a filtered and a failed capture", "select count(distinct kind) = 2 from rejects");
            expect(
                    statement,
                    "evidence for every chosen date",
                    "select count(*) = 0 from documents d where published_date is not null and not exists"
                            + " (from evidence e where e.doc_id = d.doc_id and e.field = 'published_at' and e.chosen)");
            expect(statement, "a pair of duplicates", "select count(*) >= 1 from duplicates");
            expect(
                    statement,
                    "contributors that documents name",
                    "select count(*) = 0 from (select unnest(contributors).contributor_id id from documents) c"
                            + " anti join contributors t on c.id = t.contributor_id");
        }
        if (failures > 0) {
            System.exit(1);
        }
    }

    private static void expect(Statement statement, String what, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            boolean holds = result.getBoolean(1);
            System.out.println((holds ? "ok    " : "FAIL  ") + what);
            failures += holds ? 0 : 1;
        }
    }
}
