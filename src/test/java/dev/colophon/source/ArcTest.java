package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static dev.colophon.source.Archives.gzip;
import static dev.colophon.source.Archives.join;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArcTest {
    private static final String DATE = "20031103193523";

    @TempDir
    Path folder;

    static byte[] description(int version) {
        String fields = version == 1
                ? "URL IP-address Archive-date Content-type Archive-length\n"
                : "URL IP-address Archive-date Content-type Result-code Checksum Location Offset Filename Archive-length\n";
        String body = version + " 0 a test\n" + fields;
        return raw(version, "filedesc://x.arc", "text/plain", body);
    }

    static byte[] record(int version, String name) {
        return raw(
                version,
                "http://kurier.example/" + name,
                "text/html",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>" + name + "</p>");
    }

    private static byte[] raw(int version, String url, String type, String body) {
        String middle = version == 1 ? "" : " 200 - - 0 x.arc";
        return bytes(url + " 192.0.2.7 " + DATE + " " + type + middle + " " + bytes(body).length + "\n" + body + "\n");
    }

    static byte[] arc(int version) {
        return join(
                description(version),
                raw(version, "dns:kurier.example", "text/dns", "192.0.2.7"),
                record(version, "a"),
                record(version, "b with spaces"));
    }

    @Test
    void bothVersionsAreReadPlainAndGzipped() throws IOException {
        for (int version = 1; version <= 2; version++) {
            byte[] first = record(version, "a");
            ReadFolder.Read plain = ReadFolder.read(folder, "input", arc(version));
            assertThat(plain.shown()).containsExactly("a", "b with spaces");
            assertThat(plain.body(0)).isEqualTo("<p>a</p>");
            assertThat(plain.capture(0).capturedAt()).isEqualTo(Instant.parse("2003-11-03T19:35:23Z"));
            assertThat(plain.capture(0).origin().length()).isEqualTo(first.length);
            assertThat(plain.capture(0).origin().recordId()).isEqualTo(DATE + "/http://kurier.example/a");
            byte[] members = join(gzip(description(version)), gzip(first), gzip(record(version, "b")));
            ReadFolder.Read zipped = ReadFolder.read(folder, "input", members);
            assertThat(zipped.shown()).containsExactly("a", "b");
            assertThat(zipped.capture(1).origin().offset())
                    .isEqualTo(gzip(description(version)).length + gzip(first).length);
        }
    }

    @Test
    void readingGoesOnBehindARecordOfTheWrongLength() throws IOException {
        byte[] wrong = bytes(new String(record(1, "b"), java.nio.charset.StandardCharsets.UTF_8)
                .replace("text/html 5", "text/html 9"));
        byte[] arc = join(description(1), record(1, "a"), wrong, record(1, "c"));
        ReadFolder.Read read = ReadFolder.read(folder, "input", arc);
        assertThat(read.shown()).containsExactly("a", "!malformed", "c");
        assertThat(read.reject(1).origin().length()).isEqualTo(wrong.length);
    }
}
