package dev.colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Capture;
import dev.colophon.model.Origin;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderAddressTest {
    private static Capture file(String path, String page) {
        return Capture.of(Origin.ofFile(path, page.length()), page.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "m/www.kurier.example.org/state/a.html, http://www.kurier.example.org/state/a.html",
        "kurier.org/index.html, http://kurier.org/",
        "m/kurier.org/news/index.html, http://kurier.org/news/",
        "m/kurier.org/index.html?p=12, http://kurier.org/?p=12",
        "m/kurier.org/index.html?p=12.html, http://kurier.org/?p=12",
        "m/kurier.org/index.html@p=12.html, http://kurier.org/?p=12",
        "m/kurier.org/view.php?id=1&l=en, http://kurier.org/view.php?id=1&l=en",
        "m/kurier.org/view.php.html, http://kurier.org/view.php",
        "m/kurier.org/a.html.1, http://kurier.org/a.html",
        "m/kurier.org/version.1, http://kurier.org/version.1",
        "m/kurier.org/@ada/a b.html, http://kurier.org/@ada/a%20b.html",
        "m/KURIER.co.uk/a, http://kurier.co.uk/a",
        "m/https/kurier.org/a, https://kurier.org/a",
    })
    void theFoldersOfAMirrorSpellTheAddress(String path, String address) {
        FolderAddress spelt = FolderAddress.of(file(path, "<p>x"));
        assertThat(spelt).isEqualTo(new FolderAddress(address, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"websites/kurier.org/20200101120000/a.html", "w/20200101120000/kurier.org/a.html"})
    void aFolderOfAWaybackDownloaderTellsTheTime(String path) {
        FolderAddress spelt = FolderAddress.of(file(path, "<p>x"));
        assertThat(spelt).isNotNull();
        assertThat(spelt.url()).isEqualTo("http://kurier.org/a.html");
        assertThat(spelt.capturedAt()).isEqualTo("2020-01-01T12:00:00Z");
    }

    @Test
    void theLinksOfThePageShowTheScheme() {
        FolderAddress spelt = FolderAddress.of(file("kurier.org/a.html", "<img src='https://kurier.org/a.png'>"));
        assertThat(spelt).isNotNull();
        assertThat(spelt.url()).isEqualTo("https://kurier.org/a.html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.html", "kurier.org", "2025.06.05/a.html", "notes.md/a.html", "dump.zip/a.html", "kurier.example/a.html",
                "v1.2/a.html", "node.js/a.html", ".org/a.html", "a_files/a.html", "org/a.html", "co.uk/a.html"
            })
    void otherFoldersSpellNone(String path) {
        assertThat(FolderAddress.of(file(path, "<p>x"))).isNull();
    }

    @Test
    void recordsAreWhereTheirDumpSays() {
        Origin record = new Origin("kurier.org/dump.warc", null, 0, 1, "urn:uuid:1", 0, 0);
        assertThat(FolderAddress.of(Capture.of(record, new byte[1]))).isNull();
    }

    @Test
    void theEntriesOfHttracksCacheAreNamedByTheirAddresses() {
        Origin entry = new Origin("new.zip", "https:/kurier.org/a.html", 0, 1, null, 0, 0);
        FolderAddress spelt = FolderAddress.of(Capture.of(entry, new byte[1]));
        assertThat(spelt).isNotNull();
        assertThat(spelt.url()).isEqualTo("https://kurier.org/a.html");
    }
}
