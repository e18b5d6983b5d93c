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
                "<html><head><!-- saved from url=(0025)https://kurier.example/a --></head>",
                "<p>x</p><!-- saved from url=(0025)https://kurier.example/a -->",
                "<!-- saved from url=(0014)about:internet --><html>",
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
