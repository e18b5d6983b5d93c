package dev.colophon.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Capture;
import dev.colophon.model.RejectReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages with HTTP headers in front, records that crawlers keep for themselves, and dumps that are not read. */
class OtherDumpsTest {
    @Test
    void theHeaderInFrontOfAPageIsNoPartOfIt() throws IOException {
        Dump dump = Dump.of("HTTP/2 200 \r\ndate: Thu, 05 Jun 2025 18:15:00 GMT\r\n"
                + "content-type: text/html; charset=windows-1252\r\nlast-modified: Thu, 05 Jun 2025 10:00:00 GMT\r\n\r\n"
                + "<p>x</p>");
        Capture page = dump.capture(0);
        assertThat(dump.body(0)).isEqualTo("<p>x</p>");
        assertThat(page.declaredType()).isEqualTo("text/html; charset=windows-1252");
        assertThat(page.capturedAt()).isEqualTo("2025-06-05T18:15:00Z");
        assertThat(page.lastModified()).isEqualTo("Thu, 05 Jun 2025 10:00:00 GMT");
        assertThat(page.httpStatus()).isEqualTo(200);
    }

    @Test
    void ofSeveralAnswersTheLastIsThePages() throws IOException {
        Dump dump = Dump.of("HTTP/1.1 301 Moved Permanently\nLocation: /b\n\nHTTP/1.1 200 OK\nA: b\n\n<p>x</p>");
        assertThat(dump.shown()).containsExactly("<p>x</p>");
        assertThat(Dump.of("HTTP/1.0 404 Not Found\r\nA: b\r\n\r\n<p>no</p>")
                        .reject(0)
                        .httpStatus())
                .isEqualTo(404);
    }

    @Test
    void aBodyThatWasNotUnpackedIs() throws IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("<p>x</p>".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(Dump.of(bytes.toByteArray()).shown()).containsExactly("<p>x</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 is a protocol.\n\nIt is old.",
                "HTTP/",
                "HTTP/1.1 200 OK",
                "HTTP/x 20",
                "HTTP/1.1 404 Not Found is what servers say\n\nIt is old.",
                "HTTP/2 500 million sites later\nSome words\n\nIt is old.",
                "HTTP/1.1 200 OK\n\n<p>x",
            })
    void textsOnHttpAreTexts(String text) throws IOException {
        assertThat(Dump.of(text).body(0)).isEqualTo(text);
    }

    @Test
    void theAnswerOfAProxyIsNoPartOfThePage() throws IOException {
        Dump dump = Dump.of("HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n<p>x</p>");
        assertThat(dump.shown()).containsExactly("<p>x</p>");
    }

    private static String record(String type, String address, String content) {
        return "WARC/1.0\r\nWARC-Type: " + type
                + "\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2025-06-05T18:15:00Z\r\n"
                + "WARC-Target-URI: " + address + "\r\nContent-Type: text/plain\r\nContent-Length: " + content.length()
                + "\r\n\r\n" + content + "\r\n\r\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:text:https://kurier.example/a",
                "urn:pageinfo:https://kurier.example/a",
                "urn:thumbnail:https://kurier.example/a",
                "urn:view:https://kurier.example/a",
                "urn:X-wpull:log",
                "<metadata://gnu.org/software/wget/warc/wget.log>",
                "screenshot:https://kurier.example/a"
            })
    void whatACrawlerKeepsForItselfIsNoPage(String address) throws IOException {
        Dump dump = Dump.of(record("resource", address, "x") + record("resource", "urn:isbn:0451450523", "y"));
        assertThat(dump.reject(0).reason()).isEqualTo(RejectReason.UNSUPPORTED);
        assertThat(dump.reject(0).message())
                .isEqualTo("a record that the crawler keeps for itself, and no page of the web");
        assertThat(dump.body(1)).isEqualTo("y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-- MySQL dump 10.13  Distrib|database",
                "--~-- PostgreSQL database dump~--~|database",
                "PGDMP^|database",
                "SQLite format 3^|SQLite",
                "~Recno:: 0~URL:: https://kurier.example/|Nutch",
                "5046:9:websocket;0:~8:response;1000:|mitmproxy",
                "<!DOCTYPE NETSCAPE-Bookmark-file-1>~<H1>|addresses",
                "URL,Title,Selection,Folder,Timestamp~https://a.example/,T,,Unread,1|addresses",
            })
    void dumpsThatAreNotReadAreRefusedWithAWayOut(String beginning, String named) throws IOException {
        Dump dump = Dump.of(beginning.replace('~', '\n').replace('^', '\0'));
        assertThat(dump.items()).hasSize(1);
        assertThat(dump.reject(0).reason()).isEqualTo(RejectReason.UNSUPPORTED);
        assertThat(dump.reject(0).message()).contains(named).contains(":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SQLite format 3 explained",
                "-- MySQL dump is the first line that an export holds",
                "2024 was the year.\n\nThe :response; of parliament",
                "12: the number.\n\nThe :response; of parliament",
                "PGDMP is how it begins",
            })
    void textsThatSpeakOfDumpsAreTexts(String text) throws IOException {
        assertThat(Dump.of(text).body(0)).isEqualTo(text);
    }

    @Test
    void aTableWithMoreThanPocketsFieldsIsRead() throws IOException {
        assertThat(Dump.of("title,url,time_added,text\nT,https://kurier.example/a,1717609500,Words\n")
                        .shown())
                .containsExactly("a");
    }

    @Test
    void ofTheExportOfABlogPagesAndPostsAreDocuments() throws IOException {
        String item = "<item><title>T</title><link>https://blog.example/%1$s</link><wp:post_type>%1$s</wp:post_type>"
                + "<content:encoded><![CDATA[<p>x</p>]]></content:encoded></item>";
        Dump wordPress = Dump.of("<rss><channel><title>B</title>" + item.formatted("post") + item.formatted("page")
                + item.formatted("attachment") + item.formatted("recipe") + "</channel></rss>");
        assertThat(wordPress.shown()).containsExactly("post", "page", "!unsupported", "recipe");
        String entry = "<entry><id>1</id><category scheme='http://schemas.google.com/g/2005#kind'"
                + " term='http://schemas.google.com/blogger/2008/kind#%1$s'/><link rel='alternate' href='https://b.example/%1$s'/>"
                + "<content type='html'>x</content></entry>";
        Dump blogger = Dump.of("<feed xmlns='http://www.w3.org/2005/Atom'>" + entry.formatted("post")
                + entry.formatted("comment") + entry.formatted("template") + "</feed>");
        assertThat(blogger.shown()).containsExactly("post", "!unsupported", "!unsupported");
    }
}
