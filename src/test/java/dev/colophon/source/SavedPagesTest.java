package dev.colophon.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedPagesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html>\r\n<!-- saved from url=(0026)https://kurier.example/a?b -->\r\n<html><p>x</p>",
                "\ufeff<!doctype html>\n<html lang=\"en\"><!-- saved from url=(0026)https://kurier.example/a?b -->\n<head>",
                "<!-- other --><!-- saved from url=(0026)https://kurier.example/a?b --><html>"
            })
    void theBrowserSaysWhereAPageWasSavedFrom(String page) throws IOException {
        assertThat(Dump.of(page).capture(0).url()).isEqualTo("https://kurier.example/a?b");
    }

    @Test
    void singleFileSaysWhenToo() throws IOException {
        Dump dump = Dump.of("""
                <!DOCTYPE html> <html lang=en><!--
                 Page saved with SingleFile\s
                 url: https://kurier.example/a\s
                 saved date: Sat Nov 22 2025 05:05:06 GMT+0100 (Central European Standard Time)
                --><head><title>T</title><p>x</p>""");
        assertThat(dump.capture(0).url()).isEqualTo("https://kurier.example/a");
        assertThat(dump.capture(0).capturedAt()).isEqualTo(Instant.parse("2025-11-22T04:05:06Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html>\n<html lang=\"en\">\n<!-- Mirrored from %s by HTTrack Website Copier/3.x [XR&CO'2014],"
                        + " Thu, 05 Jun 2025 18:15:00 GMT -->\n<!-- Added by HTTrack --><meta charset=\"utf-8\" /><head>",
                "<html><head></head><body></body>\n<!-- Mirrored from %s by HTTrack Website Copier/3.x [XR&CO'2010],"
                        + " Thu, 05 Jun 2025 18:15:00 GMT -->\n</html>"
            })
    void httrackSaysWhereItMirroredAPageFrom(String page) throws IOException {
        Dump dump = Dump.of(page.formatted("www.kurier.example/view.php?id=6&lang=en"));
        assertThat(dump.capture(0).url()).isEqualTo("http://www.kurier.example/view.php?id=6&lang=en");
        assertThat(dump.capture(0).capturedAt()).isEqualTo("2025-06-05T18:15:00Z");
        String secure = page.formatted("kurier.example/a") + "<link href=\"https://kurier.example/b\">";
        assertThat(Dump.of(secure).capture(0).url()).isEqualTo("https://kurier.example/a");
    }

    @Test
    void webScrapBookSaysItInTheRoot() throws IOException {
        Dump dump = Dump.of(
                "<!DOCTYPE html>\n<html lang=\"en\" data-scrapbook-source=\"https://kurier.example/a?b=1&amp;c=2\""
                        + " data-scrapbook-create=\"20250605181500123\"><head>");
        assertThat(dump.capture(0).url()).isEqualTo("https://kurier.example/a?b=1&c=2");
        assertThat(dump.capture(0).capturedAt()).isEqualTo("2025-06-05T18:15:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><head><!-- saved from url=(0025)https://kurier.example/a --></head>",
                "<p>x</p><!-- saved from url=(0025)https://kurier.example/a -->",
                "<!-- saved from url=(0014)about:internet --><html>",
                "<!-- saved from url=(0022)http://internet.e-mail --><html>",
                "<html><p><!-- Mirrored from the lake by HTTrack Website Copier/3.x [XR&CO'2014] --></html>",
                "<html><!-- Mirrored from kurier.example/a by hand --><head>",
                "<!-- saved from url=(0025)https://kurier.example/a",
                "<!-- saved from url=(",
                "<!",
                "<html"
            })
    void commentsOfThePageItselfSayNothing(String page) throws IOException {
        assertThat(Dump.of(page).capture(0).url()).isNull();
    }

    @Test
    void aFolderBesideASavedPageHoldsItsPartsAndNoDocuments(@TempDir Path folder) throws IOException {
        for (String path : new String[] {
            "a.html", "a_files/frame.html", "a_files/x/y.txt", "Seite.htm", "Seite-Dateien/f.html", "other_files/b.html"
        }) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "<p>x</p>");
        }
        ReadFolder.Read read = ReadFolder.read(folder);
        assertThat(read.shown())
                .containsExactlyInAnyOrder(
                        "Seite.htm", "!unsupported", "a.html", "!unsupported", "!unsupported", "other_files/b.html");
        assertThat(read.reject(0).message()).isEqualTo("a part of the saved page Seite.htm");
    }
}
