package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static dev.colophon.source.Archives.gzip;
import static dev.colophon.source.Archives.info;
import static dev.colophon.source.Archives.join;
import static dev.colophon.source.Archives.page;
import static dev.colophon.source.Archives.record;
import static dev.colophon.source.Archives.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Capture;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.SourceLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarcTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    @TempDir
    Path folder;

    @Test
    void aResponseBecomesACaptureWithWhatTheRecordSays() throws IOException {
        byte[] first = gzip(info());
        byte[] second = gzip(page("a"));
        ReadFolder.Read read = ReadFolder.read(folder, "x.warc.gz", join(first, second));
        assertThat(read.items()).hasSize(1);
        Capture capture = read.capture(0);
        assertThat(capture.origin().offset()).isEqualTo(first.length);
        assertThat(capture.origin().length()).isEqualTo(second.length);
        assertThat(capture.origin().recordId()).isEqualTo("<urn:test:a>");
        assertThat(capture.url()).isEqualTo("https://kurier.example/a");
        assertThat(capture.capturedAt()).isEqualTo(Instant.parse("2026-11-22T04:05:06Z"));
        assertThat(capture.declaredType()).isEqualTo("text/html");
        assertThat(capture.lastModified()).isEqualTo("Sat, 21 Nov 2026 20:00:00 GMT");
        assertThat(capture.httpStatus()).isEqualTo(200);
        assertThat(read.body(0)).isEqualTo("<p>a</p>");
        assertThat(read.fingerprints()).singleElement().satisfies(print -> {
            assertThat(print.items()).isEqualTo(1);
            assertThat(print.sha256()).hasSize(64);
        });
    }

    @Test
    void everyTypeOfRecordIsReadFilteredOrPassedOver() throws IOException {
        byte[] warc = join(
                info(),
                record("request", "q", "application/http; msgtype=request", bytes("GET / HTTP/1.1\r\n\r\n")),
                record("metadata", "m", "application/warc-fields", bytes("via: x\r\n")),
                record("response", "dns", "text/dns", bytes("20260101000000\n")),
                page("page"),
                record("resource", "file.pdf", "application/pdf", bytes("%PDF-1.4")),
                record("conversion", "text", "text/plain", bytes("plain text")),
                record("revisit", "again", "application/http; msgtype=response", bytes("HTTP/1.1 200 OK\r\n\r\n")),
                record("continuation", "rest", "application/octet-stream", bytes("x"), "WARC-Segment-Number: 2"),
                response("part", OK + "\r\n", bytes("x"), "WARC-Segment-Number: 1"),
                response("missing", "HTTP/1.1 404 Not Found\r\n\r\n", bytes("gone")),
                response("moved", "HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n", bytes("")),
                record("response", "ftp", "application/octet-stream", bytes("x")),
                record("novelty", "new", "text/plain", bytes("x")),
                response("odd", "HTTP/1.1 OK\r\n\r\n", bytes("x")));
        List<String> expected = List.of(
                "page",
                "file.pdf",
                "text",
                "!revisit",
                "!segmented",
                "!segmented",
                "!http-status",
                "!http-status",
                "!unsupported",
                "!unsupported",
                "!malformed");
        assertThat(ReadFolder.read(folder, "x.warc", warc).shown()).isEqualTo(expected);
        assertThat(ReadFolder.read(folder, "x.warc", gzip(warc)).shown()).isEqualTo(expected);
    }

    @Test
    void transferAndContentEncodingsAreUndone() throws IOException {
        byte[] text = bytes("text of the page");
        byte[] chunks = join(bytes("5\r\ntext \r\nb;x=y\r\nof the page\r\n0\r\n\r\n"));
        byte[] zipped = gzip(text);
        byte[] zippedChunk = join(bytes(Integer.toHexString(zipped.length) + "\r\n"), zipped, bytes("\r\n0\r\n\r\n"));
        byte[] warc = join(
                response("chunked", OK + "Transfer-Encoding: chunked\r\n\r\n", chunks),
                response("not-chunked", OK + "Transfer-Encoding: chunked\r\n\r\n", text),
                response("gzip", OK + "Content-Encoding: gzip\r\n\r\n", zipped),
                response("both", OK + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n", zippedChunk),
                response("decoded", OK + "Content-Encoding: gzip\r\n\r\n", text),
                response("zlib", OK + "Content-Encoding: deflate\r\n\r\n", deflated(text, false)),
                response("raw", OK + "Content-Encoding: deflate\r\n\r\n", deflated(text, true)),
                response("cut", OK + "Content-Encoding: identity\r\n\r\n", text, "WARC-Truncated: length"));
        ReadFolder.Read read = ReadFolder.read(folder, "x.warc", warc);
        assertThat(read.items()).hasSize(8);
        for (int i = 0; i < 8; i++) {
            assertThat(read.body(i)).as(read.shown().get(i)).isEqualTo("text of the page");
        }
    }

    private static byte[] deflated(byte[] content, boolean raw) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, new Deflater(9, raw))) {
            deflate.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void anEncodingThatCannotBeUndoneIsAReject() throws IOException {
        byte[] zipped = gzip(bytes("text of the page"));
        byte[] warc = join(
                response("unknown", OK + "Content-Encoding: zap\r\n\r\n", bytes("x")),
                response("broken", OK + "Content-Encoding: br\r\n\r\n", bytes("\u0001\u0002\u0003 no brotli")),
                response("short", OK + "Content-Encoding: gzip\r\n\r\n", Arrays.copyOf(zipped, 20)),
                page("next"));
        assertThat(ReadFolder.read(folder, "x.warc", warc).shown())
                .containsExactly("!unsupported", "!encoding", "!truncated", "next");
    }

    @Test
    void aBodyThatExpandsTooMuchIsToldBeforeItIsTooLong() throws IOException {
        SourceLimits limits = new SourceLimits(4 << 20, 100);
        byte[] bomb = gzip(new byte[64 << 20]);
        assertThat(bomb.length).isGreaterThan((4 << 20) / 100);
        byte[] warc = join(response("bomb", OK + "Content-Encoding: gzip\r\n\r\n", bomb), page("next"));
        assertThat(ReadFolder.read(folder, "x.warc", warc, limits).shown()).containsExactly("!limit-ratio", "next");
    }

    @Test
    void aByteOrderMarkBeforeTheFirstRecordCostsNothing() throws IOException {
        byte[] warc = join(bytes("\ufeff"), page("a"), page("b"));
        assertThat(ReadFolder.read(folder, "x", warc).shown()).containsExactly("a", "b");
        assertThat(ReadFolder.read(folder, "x", gzip(warc)).shown()).containsExactly("a", "b");
    }

    @Test
    void aRecordOfAnotherVersionIsUnsupported() throws IOException {
        byte[] later = new String(page("b"), java.nio.charset.StandardCharsets.UTF_8)
                .replace("WARC/1.0", "WARC/3.0")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(ReadFolder.read(folder, "x.warc", join(page("a"), later, page("c")))
                        .shown())
                .containsExactly("a", "!unsupported", "c");
    }

    @Test
    void aMemberThatIsCutBeforeAnotherIsTruncated() throws IOException {
        byte[] a = gzip(page("a"));
        byte[] b = gzip(page("b"));
        int truncated = 0;
        for (int length = 20; length < b.length - 9; length++) {
            byte[] cut = Arrays.copyOf(b, length);
            ReadFolder.Read read = ReadFolder.read(folder, "x.warc.gz", join(a, cut, gzip(page("c"))));
            assertThat(read.shown()).hasSize(3).startsWith("a").endsWith("c");
            if (read.reject(1).reason() == RejectReason.TRUNCATED) {
                truncated++;
                assertThat(read.reject(1).message()).contains("another begins at byte " + (a.length + length));
            }
        }
        // The next member's bytes may as well look like damaged data, and then they are called that.
        assertThat(truncated).isPositive();
    }

    @Test
    void whatIsTooLongOrExpandsTooMuchIsARejectAndReadingGoesOn() throws IOException {
        byte[] zeros = new byte[3 << 20];
        byte[] many = join(response("bomb", OK + "Content-Encoding: gzip\r\n\r\n", gzip(zeros)), page("between"));
        byte[] large = join(gzip(record("resource", "zeros", "text/plain", zeros)), gzip(page("behind")));
        SourceLimits limits = new SourceLimits(4 << 20, 100);
        assertThat(ReadFolder.read(folder, "x.warc", many, limits).shown()).containsExactly("!limit-ratio", "between");
        assertThat(ReadFolder.read(folder, "x.warc", large, limits).shown()).containsExactly("!limit-ratio", "behind");
        SourceLimits small = new SourceLimits(1 << 20, 10_000);
        assertThat(ReadFolder.read(folder, "x.warc", many, small).shown()).containsExactly("!limit-size", "between");
        assertThat(ReadFolder.read(folder, "x.warc", large, small).shown()).containsExactly("!limit-size", "behind");
        assertThat(ReadFolder.read(folder, "x.warc", join(record("resource", "z", "a/b", zeros), page("c")), small)
                        .shown())
                .containsExactly("!limit-size", "c");
    }

    @Test
    void readingGoesOnBehindDamage() throws IOException {
        byte[] b = gzip(page("b"));
        byte[] crc = b.clone();
        crc[crc.length - 6] ^= 1;
        byte[] hole = b.clone();
        Arrays.fill(hole, 40, 80, (byte) 0xff);
        byte[] cut = Arrays.copyOf(b, b.length / 2);
        for (byte[] damaged : List.of(crc, hole, cut)) {
            byte[] a = gzip(page("a"));
            ReadFolder.Read read = ReadFolder.read(folder, "x.warc.gz", join(a, damaged, gzip(page("c"))));
            assertThat(read.shown().get(0)).isEqualTo("a");
            assertThat(read.shown().get(2)).isEqualTo("c");
            assertThat(read.reject(1).origin().offset()).isEqualTo(a.length);
            assertThat(read.reject(1).origin().length()).isEqualTo(damaged.length);
            assertThat(read.reject(1).payloadSha256()).isNotNull();
        }
    }

    @Test
    void anUncompressedWarcIsResumedAtTheNextRecord() throws IOException {
        byte[] longer = new String(page("b"), java.nio.charset.StandardCharsets.UTF_8)
                .replace("Content-Length: ", "Content-Length: 1")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] warc = join(page("a"), longer, page("c"), bytes("more than a slip\r\n"), page("d"), bytes("slip\n"));
        assertThat(ReadFolder.read(folder, "x.warc", join(warc, page("e"))).shown())
                .containsExactly("a", "!malformed", "c", "!malformed", "d", "e");
    }

    @Test
    void headersThatOnlyAStrictReaderRefusesAreRead() throws IOException {
        String text = new String(page("a"), java.nio.charset.StandardCharsets.UTF_8);
        int block = text.indexOf("HTTP/1.1 200");
        byte[] lineFeeds = bytes(text.substring(0, block).replace("\r\n", "\n") + text.substring(block));
        byte[] control = bytes(text.replace("example/a", "example/\u001ba"));
        assertThat(ReadFolder.read(folder, "x.warc", lineFeeds).shown()).containsExactly("a");
        assertThat(ReadFolder.read(folder, "x.warc", control).shown()).containsExactly("%1Ba");
    }

    @Test
    void aWarcWithoutDocumentsIsAReject() throws IOException {
        assertThat(ReadFolder.read(folder, "x.warc", info()).shown()).containsExactly("!empty");
    }

    @Test
    void aWarcCutAtAnyByteKeepsTheRecordsBeforeTheCut() throws IOException {
        byte[][] records = {page("a"), page("b"), page("c")};
        byte[][] members = {gzip(records[0]), gzip(records[1]), gzip(records[2])};
        cutEverywhere("x.warc", records, 4);
        cutEverywhere("x.warc.gz", members, 0);
    }

    /** @param blank bytes at a record's end that may be missing */
    private void cutEverywhere(String name, byte[][] parts, int blank) throws IOException {
        byte[] whole = join(parts);
        for (int length = 0; length <= whole.length; length++) {
            List<SourceItem> items =
                    ReadFolder.read(folder, name, Arrays.copyOf(whole, length)).items();
            int intact = 0;
            for (int end = parts[0].length; intact < 3 && length >= end - blank; ) {
                intact++;
                end += intact < 3 ? parts[intact].length : 0;
            }
            assertThat(items).as("cut at %d", length).hasSizeBetween(Math.max(1, intact), intact + 1);
            assertThat(items.subList(0, intact)).as("cut at %d", length).allMatch(Capture.class::isInstance);
            assertThat(items.subList(intact, items.size())).noneMatch(Capture.class::isInstance);
        }
        java.nio.file.Files.delete(folder.resolve(name));
    }
}
