package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.batch.SpringBatchEngine;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.Verification;
import dev.colophon.dataset.table.SiteFact;
import dev.colophon.dataset.table.SiteLedger;
import dev.colophon.dataset.table.TableInspector;
import dev.colophon.pipeline.SiteSettings;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job learns of the sites of a batch, keeps, and reads later pages with. */
class SiteKnowledgeTest {
    private static final List<String> SUBJECTS =
            List.of("heron", "ferry", "silt", "wind", "nets", "seal", "dyke", "lamp", "sluice", "mill");

    @TempDir
    Path folder;

    private SiteSettings sites = SiteSettings.DEFAULT;
    private int threads = 2;

    /** Writes pages of a site, each with its sidecar. */
    private void pages(String inbox, String host, int from, int to) throws IOException {
        Path day = Files.createDirectories(folder.resolve(inbox).resolve("2026-11-01"));
        for (int i = from; i < to; i++) {
            String subject = SUBJECTS.get(i);
            Path page = day.resolve(host + "-" + subject + ".html");
            Files.writeString(
                    page,
                    "<html lang=en><title>About the " + subject + "</title><body><nav class=top><a href=/>Home of "
                            + host + "</a></nav><article class='text no-" + i + "'><h1>About the " + subject
                            + "</h1><p>The "
                            + subject + " has been on the mind of the village for longer than the " + subject
                            + " itself has stood there, says the keeper of the " + subject
                            + ".</p></article><aside class=more><p>The coast of " + host
                            + " has more to tell than fits a page.</p></aside></body></html>");
            Files.writeString(
                    page.resolveSibling(page.getFileName() + ".meta.json"),
                    "{\"url\": \"https://www." + host + "/" + subject + "\"}");
        }
    }

    private void convert(String inbox, String dataset) throws Exception {
        JobSettings settings = Jobs.plain(folder.resolve(inbox) + "/*", folder.resolve(dataset), threads, sites);
        new Converter(settings, new SpringBatchEngine(), Progress.SILENT, () -> Instant.parse("2026-11-22T12:00:00Z"))
                .convert();
    }

    private Dataset dataset(String name) {
        return Dataset.open(new LocalStorage(folder.resolve(name)));
    }

    private List<SiteFact> facts(String name) throws IOException {
        Dataset dataset = dataset(name);
        List<SiteFact> facts = new ArrayList<>();
        for (Part part : dataset.current().parts(SiteLedger.TABLE)) {
            SiteLedger.read(dataset.storage(), part.path(), facts::add);
        }
        return facts;
    }

    private Map<String, Integer> surveyed(String name) throws IOException {
        return facts(name).stream()
                .collect(Collectors.toMap(SiteFact::site, SiteFact::surveyed, (a, b) -> a, TreeMap::new));
    }

    private Map<String, String> bytes(String dataset) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        Path root = folder.resolve(dataset);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = root.relativize(file).toString();
                if (path.endsWith(".parquet") && !path.startsWith("_colophon/retired")) {
                    hashes.put(path, Hashes.sha256Hex(Files.readAllBytes(file)));
                }
            }
        }
        return hashes;
    }

    @Test
    void whatRecursOnASiteIsKeptWithTheBatch() throws Exception {
        pages("inbox", "coast.example", 0, 5);
        pages("inbox", "inland.example", 0, 2);
        convert("inbox", "archive");
        assertThat(surveyed("archive")).containsExactly(Map.entry("coast.example", 5));
        assertThat(facts("archive"))
                .filteredOn(fact -> fact.kind().equals("line"))
                .hasSize(2)
                .allSatisfy(fact -> assertThat(fact.pages()).isEqualTo(5));
        assertThat(dataset("archive").current().parts(SiteLedger.TABLE))
                .extracting(Part::path)
                .containsExactly("_colophon/sites/batch=2026-11-01/part-00000.parquet");
        assertThat(Verification.verify(dataset("archive"), new TableInspector()))
                .isEmpty();
        assertThat(inDuckDb("select kind, min(pages), max(repetition) from read_parquet('"
                        + folder.resolve("archive/_colophon/sites") + "/*/*.parquet') where site = 'coast.example'"
                        + " and surveyed = 5 group by kind order by kind"))
                .containsExactly("line 5 1.0", "path 5 1.0");
    }

    private static List<String> inDuckDb(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1) + " " + result.getString(2) + " " + result.getString(3));
            }
        }
        return rows;
    }

    /** A page whose date stands below its headline as the markup has it. */
    private void dated(String subject, String date) throws IOException {
        Path day = Files.createDirectories(folder.resolve("inbox/2026-11-01"));
        Path page = day.resolve(subject + ".html");
        Files.writeString(
                page,
                "<html><title>About the " + subject + "</title><body><article><h1>About the " + subject + "</h1><p>"
                        + date
                        + "</p><p>The " + subject + " has been on the mind of the village for longer than the "
                        + subject
                        + " itself has stood there, says the keeper of the " + subject
                        + ".</p></article></body></html>");
        Files.writeString(
                page.resolveSibling(page.getFileName() + ".meta.json"),
                "{\"url\": \"https://coast.example/" + subject + "\"}");
    }

    @Test
    void siblingsTellTheOrderOfDayAndMonthAndTheZone() throws Exception {
        dated("heron", "<time datetime='2025-06-25T10:15:00+05:30'>06/25/25 10:15</time>");
        dated("ferry", "<time datetime='2025-06-26T11:15:00+05:30'>06/26/25 11:15</time>");
        dated("silt", "<time datetime='2025-06-27T12:15:00+05:30'>06/27/25 12:15</time>");
        dated("wind", "05.06.25 10:15");
        convert("inbox", "archive");

        String published = "select published_date, published_zone || ' ' || published_zone_source,"
                + " strftime(published_at at time zone 'UTC', '%Y-%m-%dT%H:%M') from read_parquet('"
                + folder.resolve("archive/documents") + "/*/*.parquet') where url like '%/wind'";
        assertThat(inDuckDb(published)).containsExactly("2025-05-06 +05:30 site 2025-05-06T04:45");

        sites = new SiteSettings(0, 1);
        convert("inbox", "alone");
        assertThat(inDuckDb(published.replace("archive", "alone"))).containsExactly("2025-06-05 null null");
    }

    /** A page with a name in a box far from its headline, whose markup does not say what for. */
    private void signed(String subject, String stated, String shown) throws IOException {
        Path day = Files.createDirectories(folder.resolve("inbox/2026-11-01"));
        Path page = day.resolve(subject + ".html");
        String author = stated.isEmpty()
                ? ""
                : "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"About the " + subject
                        + "\", \"author\": {\"@type\": \"Person\", \"name\": \"" + stated + "\"}}</script>";
        Files.writeString(
                page,
                "<html lang=en><title>About the " + subject + "</title>" + author
                        + "<body><nav><a href=/>Home</a></nav>"
                        + "<article class='text no-7'><h1>About the " + subject + "</h1><p>The " + subject
                        + " has been on the mind of the village for longer than the " + subject
                        + " itself has stood there, says the keeper of the " + subject + ".</p></article>"
                        + "<aside class=q><div class='k z3'>" + shown + "</div><div class=k>Tide tables</div></aside>"
                        + "</body></html>");
        Files.writeString(
                page.resolveSibling(page.getFileName() + ".meta.json"),
                "{\"url\": \"https://coast.example/" + subject + "\"}");
    }

    private List<String> authorOf(String dataset, String subject) throws SQLException {
        return inDuckDb("select author, len(contributors), byline_raw from read_parquet('"
                + folder.resolve(dataset).resolve("documents") + "/*/*.parquet') where url like '%/" + subject + "'");
    }

    /** Three pages whose byline is whom their structured data names. */
    private void threeSigned() throws IOException {
        signed("heron", "Mira Holt", "Mira Holt");
        signed("ferry", "Jonas Quill", "Jonas Quill");
        signed("silt", "Mira Holt", "Mira Holt");
    }

    @Test
    void aPlaceThatNamesWhomStructuredDataNamesIsTrustedOnPagesWithout() throws Exception {
        threeSigned();
        signed("wind", "", "Tara Voss");
        convert("inbox", "archive");
        assertThat(authorOf("archive", "wind")).containsExactly("Tara Voss 1 Tara Voss");
        assertThat(facts("archive"))
                .filteredOn(fact -> fact.kind().equals("byline"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.pages()).isEqualTo(3));

        sites = new SiteSettings(0, 1);
        convert("inbox", "alone");
        assertThat(authorOf("alone", "wind")).containsExactly("null 0 null");
    }

    @Test
    void aPlaceThatDisagreesWithStructuredDataIsNotTrusted() throws Exception {
        threeSigned();
        signed("nets", "Olga Brandt", "Sten Falk");
        signed("seal", "Olga Brandt", "Most read");
        signed("wind", "", "Tara Voss");
        convert("inbox", "archive");
        assertThat(facts("archive")).noneMatch(fact -> fact.kind().equals("byline"));
        assertThat(authorOf("archive", "wind")).containsExactly("null 0 null");
    }

    @Test
    void neitherOneNameOnAllPagesNorTwoPagesTeachAPlace() throws Exception {
        signed("heron", "Mira Holt", "Mira Holt");
        signed("ferry", "Mira Holt", "Mira Holt");
        signed("silt", "Mira Holt", "Mira Holt");
        signed("wind", "", "Tara Voss");
        convert("inbox", "archive");
        assertThat(authorOf("archive", "wind")).containsExactly("null 0 null");

        signed("ferry", "", "Jonas Quill");
        signed("silt", "Jonas Quill", "Jonas Quill");
        convert("inbox", "few");
        assertThat(authorOf("few", "wind")).containsExactly("null 0 null");
    }

    @Test
    void aPagesOwnStructuredDataCountsMoreThanWhatWasLearned() throws Exception {
        threeSigned();
        signed("nets", "Jonas Quill", "By Jonas Quill");
        signed("wind", "Olga Brandt", "Tara Voss");
        convert("inbox", "archive");
        assertThat(facts("archive")).anyMatch(fact -> fact.kind().equals("byline"));
        assertThat(authorOf("archive", "wind")).containsExactly("Olga Brandt 1 Olga Brandt");
    }

    @Test
    void oneSiteIsFoundWithoutTheOthers() throws Exception {
        pages("inbox", "coast.example", 0, 5);
        pages("inbox", "inland.example", 0, 3);
        convert("inbox", "archive");
        List<SiteFact> found = new ArrayList<>();
        SiteLedger.readSite(dataset("archive").storage(), SiteLedger.path("2026-11-01"), "inland.example", found::add);
        assertThat(found)
                .isEqualTo(facts("archive").stream()
                        .filter(fact -> fact.site().equals("inland.example"))
                        .toList())
                .isNotEmpty();
    }

    @Test
    void neitherThreadsNorARepeatShow() throws Exception {
        pages("inbox", "coast.example", 0, 5);
        convert("inbox", "archive");
        threads = 1;
        convert("inbox", "again");
        assertThat(bytes("again")).isEqualTo(bytes("archive"));
    }

    @Test
    void aBatchKeepsWhatItKnowsAndAddsNewSites() throws Exception {
        for (String archive : List.of("archive", "again")) {
            String inbox = "in-" + archive;
            pages(inbox, "coast.example", 0, 3);
            pages(inbox, "inland.example", 0, 2);
            convert(inbox, archive);
            List<SiteFact> first = facts(archive);
            pages(inbox, "coast.example", 3, 9);
            pages(inbox, "inland.example", 2, 7);
            convert(inbox, archive);
            assertThat(facts(archive)).containsAll(first);
            assertThat(surveyed(archive)).isEqualTo(Map.of("coast.example", 3, "inland.example", 5));
            pages(inbox, "coast.example", 9, 10);
            convert(inbox, archive);
            assertThat(surveyed(archive)).isEqualTo(Map.of("coast.example", 3, "inland.example", 5));
            assertThat(Verification.verify(dataset(archive), new TableInspector()))
                    .isEmpty();
        }
        assertThat(bytes("again")).isEqualTo(bytes("archive"));
    }

    @Test
    void pagesAndSitesAreBounded() throws Exception {
        pages("inbox", "coast.example", 0, 4);
        pages("inbox", "inland.example", 0, 7);
        pages("inbox", "island.example", 0, 3);
        sites = new SiteSettings(5, 2);
        convert("inbox", "archive");
        assertThat(surveyed("archive")).isEqualTo(Map.of("coast.example", 4, "inland.example", 5));
    }

    @Test
    void whereItIsOffNothingIsLearnedAndWhatIsKnownStays() throws Exception {
        pages("inbox", "coast.example", 0, 4);
        sites = new SiteSettings(0, 1);
        convert("inbox", "off");
        assertThat(dataset("off").current().parts(SiteLedger.TABLE)).isEmpty();

        sites = SiteSettings.DEFAULT;
        convert("inbox", "archive");
        sites = new SiteSettings(0, 1);
        pages("inbox", "coast.example", 4, 6);
        convert("inbox", "archive");
        assertThat(surveyed("archive")).isEqualTo(Map.of("coast.example", 4));
        assertThat(Verification.verify(dataset("archive"), new TableInspector()))
                .isEmpty();
    }

    @Test
    void aPageWithoutACapturesAddressBelongsToTheSiteThatItNames() throws Exception {
        Path day = Files.createDirectories(folder.resolve("inbox/2026-11-01"));
        for (String subject : SUBJECTS.subList(0, 3)) {
            Files.writeString(
                    day.resolve(subject + ".html"),
                    "<html><link rel=canonical href='https://coast.example/" + subject
                            + "'><p>Home</p><p>All about the " + subject + ", the " + subject
                            + " of today.</p></html>");
        }
        convert("inbox", "archive");
        assertThat(surveyed("archive")).isEqualTo(Map.of("coast.example", 3));
    }
}
