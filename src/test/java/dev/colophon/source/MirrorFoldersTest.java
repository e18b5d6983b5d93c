package dev.colophon.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Capture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorFoldersTest {
    @TempDir
    private Path folder;

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** The capture of a page that lies at a path. */
    private Capture capture(String path, String page) throws IOException {
        write(path, page);
        return (Capture) ReadFolder.read(folder).items().stream()
                .filter(item -> item.origin().sourceUri().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "www.kurier.example/state/a.html, http://www.kurier.example/state/a.html",
        "kurier.example/index.html, http://kurier.example/",
        "kurier.example/news/index.html, http://kurier.example/news/",
        "kurier.example/index.html?p=12, http://kurier.example/?p=12",
        "kurier.example/index.html?p=12.html, http://kurier.example/?p=12",
        "kurier.example/index.html@p=12.html, http://kurier.example/?p=12",
        "kurier.example/view.php?id=1&l=en, http://kurier.example/view.php?id=1&l=en",
        "kurier.example/view.php.html, http://kurier.example/view.php",
        "kurier.example/a.html.1, http://kurier.example/a.html",
        "kurier.example/version.1, http://kurier.example/version.1",
        "kurier.example/@ada/a b.html, http://kurier.example/@ada/a%20b.html",
        "KURIER.co.uk/a, http://kurier.co.uk/a",
        "https/kurier.example/a, https://kurier.example/a",
    })
    void theFoldersOfAMirrorSpellTheAddress(String path, String address) throws IOException {
        int host = path.indexOf('/', path.startsWith("https/") ? 6 : 0);
        write("m/" + path.substring(0, host) + "/robots.txt", "User-agent: *");
        Capture page = capture("m/" + path, "<p>x");
        assertThat(page.url()).isEqualTo(address);
        assertThat(page.capturedAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"websites/kurier.example/20200101120000/a.html", "w/20200101120000/kurier.example/a.html"})
    void aFolderOfAWaybackDownloaderTellsTheTime(String path) throws IOException {
        Capture page = capture(path, "<p>x");
        assertThat(page.url()).isEqualTo("http://kurier.example/a.html");
        assertThat(page.capturedAt()).isEqualTo("2020-01-01T12:00:00Z");
        Capture stated = capture(path, "<link rel=canonical href=https://kurier.example/b><p>x");
        assertThat(stated.url()).isNull();
        assertThat(stated.capturedAt()).isEqualTo("2020-01-01T12:00:00Z");
    }

    @Test
    void theLinksOfThePageShowTheScheme() throws IOException {
        write("kurier.example/index.html", "<p>x");
        assertThat(capture("kurier.example/a.html", "<img src='https://kurier.example/a.png'>")
                        .url())
                .isEqualTo("https://kurier.example/a.html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.html",
                "2025.06.05/a.html",
                "notes.md/a.html",
                "dump.zip/a.html",
                "v1.2/a.html",
                "node.js/a.html",
                "a_files/a.html",
                "org/a.html"
            })
    void otherFoldersSpellNone(String path) throws IOException {
        Path file = folder.resolve(path);
        write(folder.relativize(file.resolveSibling("index.html")).toString(), "<p>x");
        assertThat(capture(path, "<p>x").url()).isNull();
    }

    @Test
    void whatAScraperSortedByHostIsNoMirror() throws IOException {
        assertThat(capture("kurier.example/000_092d.html", "<p>x").url()).isNull();
    }

    @Test
    void textsAndMailsHaveNoAddress() throws IOException {
        write("kurier.example/index.html", "<p>x");
        assertThat(capture("kurier.example/a.txt", "Some text.").url()).isNull();
    }
}
