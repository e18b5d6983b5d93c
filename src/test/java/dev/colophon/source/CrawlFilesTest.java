package dev.colophon.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Capture;
import dev.colophon.model.Reject;
import dev.colophon.model.RejectReason;
import dev.colophon.source.format.CrawlFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What crawlers and archivers lay beside pages is no document. */
class CrawlFilesTest {
    @TempDir
    private Path folder;

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** The names of the files that are documents. */
    private List<String> documents() throws IOException {
        ReadFolder.Read read = ReadFolder.read(folder);
        assertThat(read.items())
                .filteredOn(item -> item instanceof Reject)
                .allMatch(item -> ((Reject) item).reason() == RejectReason.UNSUPPORTED);
        return read.items().stream()
                .filter(item -> item instanceof Capture)
                .map(item -> item.origin().sourceUri())
                .toList();
    }

    @Test
    void ofAMirrorOfHttrackThePagesAre() throws IOException {
        for (String path : List.of(
                "index.html",
                "hts-log.txt",
                "cookies.txt",
                "hts-cache/new.txt",
                "hts-cache/doit.log",
                "hts-cache/old/a.html",
                "kurier.example/index.html",
                "kurier.example/cookies.txt")) {
            write(path, "<p>x</p>");
        }
        assertThat(documents()).containsExactly("kurier.example/cookies.txt", "kurier.example/index.html");
    }

    @Test
    void ofAMirrorOfWgetThePagesAre() throws IOException {
        for (String path : List.of("wget-log", "wget-log.1", "h/a.html", "h/a.html.orig", "h/b.html.orig")) {
            write(path, "<p>x</p>");
        }
        assertThat(documents()).containsExactly("h/a.html", "h/b.html.orig");
    }

    @Test
    void ofAPageThatArchiveBoxKeepsInManyFormsOneIs() throws IOException {
        String notes = "{\"url\":\"https://kurier.example/a\",\"timestamp\":\"%s\"}";
        for (String path : List.of(
                "index.html",
                "singlefile.html",
                "output.html",
                "readability/content.html",
                "htmltotext.txt",
                "headers.json",
                "warc/1.warc.gz")) {
            write("archive/1749147300.5/" + path, "<p>x</p>");
            if (!path.equals("singlefile.html")) {
                write("archive/1749147301/" + path, "<p>x</p>");
            }
        }
        write("archive/1749147300.5/index.json", notes.formatted("1749147300.5"));
        write("archive/1749147301/index.json", notes.formatted("1749147301"));
        write("ArchiveBox.conf", "[A]");
        write("sources/1-import.txt", "https://kurier.example/a");
        assertThat(documents())
                .containsExactly("archive/1749147300.5/singlefile.html", "archive/1749147301/output.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "1749147300", "20250605181500", "9999999999", "20259999999999"})
    void aFolderOfDigitsAloneIsNoneOfArchiveBox(String name) throws IOException {
        for (String path : List.of("index.html", "output.html", "singlefile.html", "sub/a.html")) {
            write("articles/" + name + '/' + path, "<p>x</p>");
        }
        write("articles/" + name + "/index.json", "{\"url\":\"https://kurier.example/a\",\"title\":\"T\"}");
        assertThat(documents()).contains("articles/" + name + "/index.html").hasSizeGreaterThan(3);
    }

    @Test
    void whatArchiveBoxDoesNotNameIsNoRendition() throws IOException {
        write("a/1749147300/index.json", "{\"timestamp\": \"1749147300\"}");
        write("a/1749147300/output.html", "<p>x</p>");
        write("a/1749147300/sub/mine.html", "<p>x</p>");
        assertThat(documents()).containsExactly("a/1749147300/output.html", "a/1749147300/sub/mine.html");
    }

    @Test
    void aListOfThePagesInWebArchivesIsTold() throws IOException {
        Dump list = Dump.of(
                "{\"format\": \"json-pages-1.0\", \"id\": \"pages\"}\n{\"url\":\"https://kurier.example/a\"}\n");
        assertThat(list.shown()).containsExactly("!unsupported");
        assertThat(list.reject(0).message()).isEqualTo("a list of pages, which lie in the web archives");
    }

    @Test
    void archiveBoxKnowsWhereAPageIsFrom() throws IOException {
        write("archive/1749147300.5/output.html", "<p>x</p>");
        write("archive/1749147300.5/index.html", "<p>x</p>");
        write(
                "archive/1749147300.5/index.json",
                "{\"url\":\"https://kurier.example/a\",\"timestamp\":\"1749147300.5\"}");
        Capture page = (Capture) ReadFolder.read(folder).items().stream()
                .filter(item -> item instanceof Capture)
                .findFirst()
                .orElseThrow();
        assertThat(page.url()).isEqualTo("https://kurier.example/a");
        assertThat(page.capturedAt()).isEqualTo("2025-06-05T18:15:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "job/1/crawler-beans.cxml",
                "job/1/seeds.txt",
                "job/1/reports/hosts-report.txt",
                "job/1/logs/alerts.log",
                "g/igsets",
                "g/delay",
                "c/indexes/index.cdx.gz",
                "c/indexes/index.idx",
                "c/datapackage.json",
                "storage/datasets/default/__metadata__.json",
                "storage/request_queues/default/a.json",
                "CC-MAIN-1.warc.wat.gz"
            })
    void whatDescribesACrawlIsNone(String path) throws IOException {
        List<String> there =
                List.of("job/1/crawler-beans.cxml", "g/igsets", "c/pages/pages.jsonl", "c/datapackage.json");
        assertThat(CrawlFiles.whatIs(path, there::contains)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seeds.txt",
                "reports/2025.txt",
                "delay",
                "datapackage.json",
                "index.html",
                "1749147300/index.html",
                "20250605181500/a.html",
                "pages/pages.jsonl",
                "pages/extraPages.jsonl",
                "feeds/index.rdf",
                "catalog",
                "blog",
                "key_value_stores/default/page.html"
            })
    void otherFilesOfTheSameNamesMayBe(String path) throws IOException {
        assertThat(CrawlFiles.whatIs(path, other -> false)).isNull();
    }

    @Test
    void inAnArchiveTheyAreNoneEither() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("m/a.html", "m/hts-cache/new.lst", "m/crawl.log")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<p>x</p>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        assertThat(Dump.of(bytes.toByteArray()).shown()).containsExactly("<p>x</p>", "!unsupported", "!unsupported");
    }
}
