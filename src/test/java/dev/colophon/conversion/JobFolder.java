package dev.colophon.conversion;

import dev.colophon.batch.SpringBatchEngine;
import dev.colophon.byline.people.Decisions;
import dev.colophon.catalog.CatalogSettings;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.Verification;
import dev.colophon.dataset.table.TableInspector;
import dev.colophon.pipeline.Publishers;
import dev.colophon.pipeline.SiteSettings;
import dev.colophon.pipeline.TextSelection;
import dev.colophon.report.RunSummary;
import dev.colophon.storage.LocalStorage;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A job with an inbox of day folders and an archive, for tests of what successive runs do. */
final class JobFolder {
    private final Path folder;
    private final Path archive;
    TextSelection text = TextSelection.BODY;
    SiteSettings sites = SiteSettings.DEFAULT;
    Upkeep upkeep = new Upkeep(2, Duration.ZERO);
    Decisions decisions = Decisions.NONE;

    @Nullable
    CatalogSettings catalog;

    String batch = "{input-folder}";
    JobLimits limits = JobLimits.DEFAULT;
    Instant now = Instant.parse("2026-11-22T12:00:00Z");

    JobFolder(Path folder) {
        this.folder = folder;
        this.archive = folder.resolve("archive");
    }

    Path archive() {
        return archive;
    }

    Path input(String day, String name) {
        return folder.resolve("inbox").resolve(day).resolve(name + ".html");
    }

    /** Writes a page with a caption, by a host's author. */
    Path page(String day, String name, String host) throws IOException {
        Path page = input(day, name);
        Files.createDirectories(page.getParent());
        return Files.writeString(
                page,
                "<html lang=en><head><title>" + name + " of " + day + "</title><link rel=canonical href='https://"
                        + host
                        + "/" + day + "/" + name + "'><meta property=og:site_name content='" + host
                        + "'><meta property=article:published_time content='" + day + "T08:15:00+01:00'>"
                        + "<meta name=author content='Imke Behrends'></head><body><nav><a href=/>Home</a></nav><article><h1>"
                        + name + " of " + day + "</h1><p>The water stands high at " + name + " in the morning of " + day
                        + ", and the ferry leaves a quarter of an hour earlier than it did last week, because the"
                        + " channel has silted up once more.</p><figure><img src=a.jpg alt=''><figcaption>The ferry of "
                        + name + " at the quay, seen by those who wait for it.</figcaption></figure>"
                        + "<p>The harbour master of " + name + " has written down what he saw on " + day
                        + ", as he has done for longer than anybody can remember.</p></article>"
                        + "<footer>Copyright " + host + "</footer></body></html>");
    }

    JobSettings settings() {
        return settingsFor(DatasetPlace.of(archive));
    }

    /** The same job with an archive elsewhere. */
    JobSettings settingsFor(DatasetPlace place) {
        return new JobSettings(
                "test",
                List.of(folder.resolve("inbox") + "/*"),
                folder,
                place,
                batch,
                false,
                2,
                limits,
                text,
                Publishers.NONE,
                null,
                sites,
                Map.of(),
                decisions,
                upkeep,
                catalog);
    }

    @Nullable
    RunSummary run() throws Exception {
        return run(new Work.News(false));
    }

    @Nullable
    RunSummary run(Work work) throws Exception {
        return converter().convert(work);
    }

    Converter converter() {
        return new Converter(settings(), new SpringBatchEngine(), Progress.SILENT, () -> now);
    }

    Dataset dataset() {
        return Dataset.open(new LocalStorage(archive));
    }

    List<String> problems() throws IOException {
        return Verification.verify(dataset(), new TableInspector()).stream()
                .map(Object::toString)
                .toList();
    }

    /** SHA-256 of the live parts' files by path. */
    Map<String, String> live() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Part part : dataset().current().parts()) {
            hashes.put(part.path(), Hashes.sha256Hex(Files.readAllBytes(archive.resolve(part.path()))));
        }
        return hashes;
    }

    /** The same for every Parquet file outside the folder of the job's own things. */
    Map<String, String> tables() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(archive)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = archive.relativize(file).toString();
                if (!path.startsWith("_colophon") && path.endsWith(".parquet")) {
                    hashes.put(path, Hashes.sha256Hex(Files.readAllBytes(file)));
                }
            }
        }
        return hashes;
    }

    /** Rows of a query in DuckDB, in which {@code $table} stands for a table's files; values joined by a blank. */
    List<String> query(String sql) throws SQLException {
        String query = sql;
        for (String table : List.of("documents", "evidence", "rejects", "duplicates")) {
            query = query.replace(
                    "$" + table,
                    "read_parquet('" + archive.resolve(table) + "/*/*.parquet', hive_partitioning = true)");
        }
        List<String> rows = new ArrayList<>();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join(" ", values));
            }
        }
        return rows;
    }
}
