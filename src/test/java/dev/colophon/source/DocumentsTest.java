package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static dev.colophon.source.Archives.gzip;
import static dev.colophon.source.Archives.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.colophon.model.Capture;
import dev.colophon.model.Origin;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.Sidecar;
import dev.colophon.source.format.SourceLimits;
import dev.colophon.source.format.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    @TempDir
    Path folder;

    @Test
    void aFileIsOneCapture() throws IOException {
        Capture capture = ReadFolder.read(folder, "a.html", bytes("<p>a</p>")).capture(0);
        assertThat(capture.origin()).isEqualTo(Origin.ofFile("a.html", 8));
        assertThat(capture.capturedAt()).isNull();
        assertThat(capture.url()).isNull();
    }

    @Test
    void aGzippedFileIsTheContentOfAllItsMembers() throws IOException {
        byte[] zipped = join(gzip(bytes("one ")), gzip(bytes("two")), new byte[512]);
        ReadFolder.Read read = ReadFolder.read(folder, "a.html.gz", zipped);
        assertThat(read.body(0)).isEqualTo("one two");
        assertThat(read.capture(0).origin()).isEqualTo(Origin.ofFile("a.html.gz", zipped.length));
        byte[] trailed = join(gzip(bytes("one")), bytes("not gzip"));
        assertThat(ReadFolder.read(folder, "a.html.gz", trailed).body(0)).isEqualTo("one");
    }

    @Test
    void damageIsARejectWithTheHashOfTheFile() throws IOException {
        byte[] zipped = gzip(bytes("some text that is long enough to be cut"));
        byte[] broken = zipped.clone();
        broken[broken.length - 7] ^= 1;
        Files.write(folder.resolve("b.gz"), broken);
        Files.write(folder.resolve("c.gz"), Arrays.copyOf(zipped, 25));
        Files.write(folder.resolve("d.html"), new byte[0]);
        Files.write(folder.resolve("e.gz"), gzip(new byte[0]));
        ReadFolder.Read read = ReadFolder.read(folder);
        assertThat(read.shown()).containsExactly("!integrity", "!truncated", "!empty", "!empty");
        assertThat(read.reject(0).payloadSha256())
                .isEqualTo(read.fingerprints().get(0).sha256());
        assertThat(read.reject(2).payloadSha256()).isNull();
    }

    @Test
    void aPageCutAtAnyByteIsAccountedFor() throws IOException {
        byte[] zipped = gzip(bytes("<html><body><p>Some text, some text and more text.</p></body></html>"));
        for (int length = 0; length <= zipped.length; length++) {
            ReadFolder.Read read = ReadFolder.read(folder, "a.html.gz", Arrays.copyOf(zipped, length));
            assertThat(read.items()).as("cut at %d", length).hasSize(1);
            boolean whole = length == zipped.length || length == 1;
            assertThat(read.items().get(0) instanceof Capture)
                    .as("cut at %d", length)
                    .isEqualTo(whole);
        }
    }

    @Test
    void limitsHoldBeforeTheBodyIsThere() throws IOException {
        byte[] zeros = new byte[2 << 20];
        Files.write(folder.resolve("large.html"), zeros);
        Files.write(folder.resolve("large.html.gz"), gzip(zeros));
        assertThat(ReadFolder.read(folder, new SourceLimits(1 << 20, 100_000)).shown())
                .containsExactly("!limit-size", "!limit-size");
        assertThat(ReadFolder.read(folder, new SourceLimits(4 << 20, 200)).shown())
                .containsExactly("large.html", "!limit-ratio");
    }

    @Test
    void aSidecarSaysWhatTheFileDoesNot() throws IOException {
        Files.writeString(folder.resolve("a.html.meta.json"), """
            {"url": "https://kurier.example/a", "captured_at": "2026-11-22T04:05:06Z", "publisher": "kurier",
             "content-type": "text/html; charset=koi8-r", "http-status": 200, "unknown": [1]}\
            """);
        Files.write(folder.resolve("a.html.gz"), gzip(bytes("a")));
        Files.writeString(folder.resolve("b.html"), "b");
        Files.writeString(folder.resolve("b.html.meta.json"), "{not json");
        ReadFolder.Read read = ReadFolder.read(folder);
        assertThat(read.shown()).containsExactly("a", "b.html");
        Capture capture = read.capture(0);
        assertThat(capture.capturedAt()).isEqualTo(Instant.parse("2026-11-22T04:05:06Z"));
        assertThat(capture.publisher()).isEqualTo("kurier");
        assertThat(capture.declaredType()).isEqualTo("text/html; charset=koi8-r");
        assertThat(capture.httpStatus()).isEqualTo(200);
    }

    @Test
    void aBadValueOfASidecarCostsItself() throws IOException {
        Files.writeString(folder.resolve("a.html.meta.json"), """
            {"url": "https://kurier.example/a", "captured_at": "2026-11-22", "http-status": "fine", "publisher": "kurier"}\
            """);
        Files.writeString(folder.resolve("a.html"), "a");
        Capture capture = ReadFolder.read(folder).capture(0);
        assertThat(capture.url()).isEqualTo("https://kurier.example/a");
        assertThat(capture.publisher()).isEqualTo("kurier");
        assertThat(capture.capturedAt()).isNull();
        assertThat(capture.httpStatus()).isNull();
        byte[] sidecar = bytes("{\"captured-at\": \"soon\", \"url\": \"u\"}");
        assertThat(Sidecar.read(sidecar).faults())
                .containsExactly("captured-at like 2026-11-22T04:05:06Z was expected, found soon");
        assertThat(Sidecar.read(bytes("{x")).faults())
                .singleElement()
                .asString()
                .doesNotContain("Source");
    }

    @Test
    void aFileThatChangedOrVanishedSinceTheListingIsARetryableReject() throws IOException {
        Files.writeString(folder.resolve("a.html"), "a");
        Files.writeString(folder.resolve("b.html"), "b");
        Inputs inputs = new InputLister(folder, Set.of(), "b").list(List.of("."));
        Files.writeString(folder.resolve("a.html"), "longer");
        Files.delete(folder.resolve("b.html"));
        Shard shard = ShardPlanner.plan(inputs.files(), "").get(0);
        try (ShardReader reader = ShardReaders.open(shard, inputs.roots(), SourceSettings.DEFAULT)) {
            for (String name : List.of("a.html", "b.html")) {
                SourceItem item = reader.next();
                assertThat(item).isInstanceOfSatisfying(dev.colophon.model.Reject.class, reject -> {
                    assertThat(reject.reason()).isEqualTo(RejectReason.IO);
                    assertThat(reject.origin().sourceUri()).isEqualTo(name);
                });
            }
            assertThat(reader.next()).isNull();
            assertThat(reader.fingerprints()).allMatch(print -> print.sha256().isEmpty());
        }
    }

    @Test
    void pipesAndLinksAreNeverOpened() throws Exception {
        Path root = Files.createDirectory(folder.resolve("in"));
        Path pipe = root.resolve("pipe.html");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "this system has no mkfifo");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor(10, TimeUnit.SECONDS))
                .isTrue();
        Path outside = Files.writeString(folder.resolve("outside.html"), "x");
        Files.createSymbolicLink(root.resolve("link.html"), outside);
        ReadFolder.Read read =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> ReadFolder.read(root));
        assertThat(read.shown()).containsExactly("!special-file", "!special-file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "tr-TR", "bn-BD", "ar-EG-u-nu-arab", "fa-IR", "th-TH-u-ca-buddhist-nu-thai"})
    void theDefaultLocaleChangesNothing(String tag) throws IOException {
        Locale before = Locale.getDefault();
        Files.writeString(folder.resolve("PAGE.HTML"), "a");
        Files.write(folder.resolve("I.WARC.GZ"), Arrays.copyOf(gzip(Archives.page("a")), 60));
        byte[] crc = gzip(bytes("a"));
        crc[crc.length - 7] ^= 1;
        Files.write(folder.resolve("crc.gz"), crc);
        List<SourceItem> expected = ReadFolder.read(folder).items();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            List<SourceItem> items = ReadFolder.read(folder).items();
            assertThat(items).usingRecursiveComparison().isEqualTo(expected);
            assertThat(BatchNames.legal("a b")).isEqualTo("a%20b");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aCompressedDocumentHasTheSidecarOfItsPlainName() throws IOException {
        Files.writeString(folder.resolve("a.html.meta.json"), "{\"url\": \"https://kurier.example/a\"}");
        Files.write(folder.resolve("a.html.xz"), Containers.xz(bytes("<p>a</p>")));
        assertThat(ReadFolder.read(folder).shown()).containsExactly("a");
    }
}
