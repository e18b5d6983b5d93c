package dev.colophon.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Capture;
import dev.colophon.model.SourceItem;
import dev.colophon.storage.MemoryStorage;
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
        "www.kurier.example.org/state/a.html, http://www.kurier.example.org/state/a.html",
        "kurier.example.org/index.html, http://kurier.example.org/",
        "kurier.example.org/news/index.html, http://kurier.example.org/news/",
        "kurier.example.org/index.html?p=12, http://kurier.example.org/?p=12",
        "kurier.example.org/index.html?p=12.html, http://kurier.example.org/?p=12",
        "kurier.example.org/index.html@p=12.html, http://kurier.example.org/?p=12",
        "kurier.example.org/view.php?id=1&l=en, http://kurier.example.org/view.php?id=1&l=en",
        "kurier.example.org/view.php.html, http://kurier.example.org/view.php",
        "kurier.example.org/a.html.1, http://kurier.example.org/a.html",
        "kurier.example.org/version.1, http://kurier.example.org/version.1",
        "kurier.example.org/@ada/a b.html, http://kurier.example.org/@ada/a%20b.html",
        "KURIER.co.uk/a, http://kurier.co.uk/a",
        "https/kurier.example.org/a, https://kurier.example.org/a",
    })
    void theFoldersOfAMirrorSpellTheAddress(String path, String address) throws IOException {
        int host = path.indexOf('/', path.startsWith("https/") ? 6 : 0);
        write("m/" + path.substring(0, host) + "/robots.txt", "User-agent: *");
        Capture page = capture("m/" + path, "<p>x");
        assertThat(page.url()).isEqualTo(address);
        assertThat(page.capturedAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"websites/kurier.example.org/20200101120000/a.html", "w/20200101120000/kurier.example.org/a.html"
            })
    void aFolderOfAWaybackDownloaderTellsTheTime(String path) throws IOException {
        Capture page = capture(path, "<p>x");
        assertThat(page.url()).isEqualTo("http://kurier.example.org/a.html");
        assertThat(page.capturedAt()).isEqualTo("2020-01-01T12:00:00Z");
        Capture stated = capture(path, "<link rel=canonical href=https://kurier.example.org/b><p>x");
        assertThat(stated.url()).isNull();
        assertThat(stated.capturedAt()).isEqualTo("2020-01-01T12:00:00Z");
    }

    @Test
    void theLinksOfThePageShowTheScheme() throws IOException {
        write("kurier.example.org/index.html", "<p>x");
        assertThat(capture("kurier.example.org/a.html", "<img src='https://kurier.example.org/a.png'>")
                        .url())
                .isEqualTo("https://kurier.example.org/a.html");
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
                "org/a.html",
                "my.articles/a.html",
                "v1.beta/a.html"
            })
    void otherFoldersSpellNone(String path) throws IOException {
        Path file = folder.resolve(path);
        write(folder.relativize(file.resolveSibling("index.html")).toString(), "<p>x");
        assertThat(capture(path, "<p>x").url()).isNull();
    }

    @Test
    void aFolderOfDigitsInAHostIsNoTimeWhereOthersAreNone() throws IOException {
        write("kurier.example.org/imprint/b.html", "<p>x");
        Capture page = capture("kurier.example.org/20250605101010/slug.html", "<p>x");
        assertThat(page.url()).isNull();
        assertThat(page.capturedAt()).isNull();
        write("kurier.example.org/robots.txt", "User-agent: *");
        assertThat(capture("kurier.example.org/20250605101010/slug.html", "<p>x")
                        .capturedAt())
                .isEqualTo("2025-06-05T10:10:10Z");
    }

    @Test
    void aFolderThatOnlyLooksLikeAHostHidesNone() throws IOException {
        write("backup.info/www.kurier.example.org/index.html", "<p>x");
        assertThat(capture("backup.info/www.kurier.example.org/n/a.html", "<p>x")
                        .url())
                .isEqualTo("http://www.kurier.example.org/n/a.html");
    }

    @Test
    void theStorageIsAskedOnceOfAHostAndNeverOfAPageThatStatesItsAddress() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        storage.write("kurier.example.org/robots.txt", out -> out.write('x'));
        MirrorFolders mirrors = new MirrorFolders();
        SourceItem page = Dump.of("<p>x").items().get(0);
        mirrors.located(page, storage, "kurier.example.org/a.html");
        storage.dieAt(1, false);
        Capture second = (Capture) mirrors.located(page, storage, "kurier.example.org/b.html");
        assertThat(second.url()).isEqualTo("http://kurier.example.org/b.html");
        SourceItem stated = Dump.of("<link rel=canonical href=https://a.example/><p>x")
                .items()
                .get(0);
        assertThat(mirrors.located(stated, storage, "bote.example.org/a.html")).isEqualTo(stated);
    }

    @Test
    void whatAScraperSortedByHostIsNoMirror() throws IOException {
        assertThat(capture("kurier.example.org/000_092d.html", "<p>x").url()).isNull();
    }

    @Test
    void textsAndMailsHaveNoAddress() throws IOException {
        write("kurier.example.org/index.html", "<p>x");
        assertThat(capture("kurier.example.org/a.txt", "Some text.").url()).isNull();
    }
}
