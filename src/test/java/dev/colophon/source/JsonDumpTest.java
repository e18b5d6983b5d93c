package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Capture;
import dev.colophon.model.RejectReason;
import dev.colophon.source.format.Budget;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Sidecar;
import dev.colophon.source.format.Slice;
import dev.colophon.source.format.SourceLimits;
import dev.colophon.source.format.SourceSettings;
import dev.colophon.source.records.JsonLinesFormat;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDumpTest {
    private static final String PAGE = "{\"url\":\"https://kurier.example/%s\",\"html\":\"<p>%s</p>\"}";

    private static String page(String name) {
        return PAGE.formatted(name, name);
    }

    @Test
    void aRejectedRecordKeepsItsAddress() throws IOException {
        Dump dump = Dump.of(
                "{\"url\":\"https://a.example/1\",\"html\":\"<p>x</p>\"}\n"
                        + "{\"url\":\"https://a.example/2\",\"html_zipped\":\"eA==\",\"captured_at\":\"2025-01-02T03:04:05Z\"}\n");
        assertThat(dump.reject(1).url()).isEqualTo("https://a.example/2");
        assertThat(dump.reject(1).capturedAt()).isEqualTo("2025-01-02T03:04:05Z");
    }

    @Test
    void recordsInUtf16AreRecords() throws IOException {
        String lines = "{\"url\":\"https://a.example/1\",\"text\":\"Fähre \uD83D\uDEA2\"}\r\n".repeat(2)
                + "{\"url\":\"https://a.example/2\",\"text\":\"" + "\uD83D\uDEA2".repeat(20_001) + "\"}\r\n";
        for (java.nio.charset.Charset charset :
                List.of(java.nio.charset.StandardCharsets.UTF_16LE, java.nio.charset.StandardCharsets.UTF_16BE)) {
            Dump dump = Dump.of(("\uFEFF" + lines).getBytes(charset));
            assertThat(dump.shown()).containsExactly("1", "1", "2");
            assertThat(dump.body(0)).isEqualTo("Fähre \uD83D\uDEA2");
            assertThat(dump.body(2)).isEqualTo("\uD83D\uDEA2".repeat(20_001));
            Dump array = Dump.of(("\uFEFF[" + lines.strip().replace("}\r\n", "},\r\n") + "]").getBytes(charset));
            assertThat(array.shown()).containsExactly("1", "1", "2");
        }
        byte[] letter = "\uFEFFDear all, a letter.".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        assertThat(Dump.of(letter).capture(0).body()).isEqualTo(letter);
    }

    @Test
    void everyLineIsAPageWithItsPlace() throws IOException {
        Dump dump = Dump.of("\ufeff" + page("a") + "\r\n\n" + page("b") + "\n" + page("c"));
        assertThat(dump.shown()).containsExactly("a", "b", "c");
        assertThat(dump.body(1)).isEqualTo("<p>b</p>");
        assertThat(dump.capture(1).declaredType()).isEqualTo("text/html; charset=utf-8");
        assertThat(List.of(dump.place(0), dump.place(1), dump.place(2)))
                .containsExactly(page("a"), page("b"), page("c"));
        assertThat(dump.capture(0).origin().recordId()).isNull();
    }

    @Test
    void aBadLineCostsItselfOnly() throws IOException {
        String broken = "{\"url\":\"https://kurier.example/x\",\"html\":\"<p>";
        Dump dump = Dump.of(page("a") + "\n" + broken + "\nno json\n[1]\n" + page("b") + "}\n" + page("c") + "\n");
        assertThat(dump.shown()).containsExactly("a", "!malformed", "!malformed", "!malformed", "!malformed", "c");
        assertThat(dump.place(1)).isEqualTo(broken);
        assertThat(dump.reject(1).payloadBytes()).isEqualTo(broken.length());
    }

    @Test
    void aLastLineWithoutItsEndIsTruncated() throws IOException {
        String cut = "{\"url\":\"https://kurier.example/x\",\"html\":\"<p>";
        assertThat(Dump.of(page("a") + "\n" + cut).shown()).containsExactly("a", "!truncated");
        assertThat(Dump.of(page("a") + "\n" + cut + "\n").shown()).containsExactly("a", "!malformed");
    }

    @Test
    void aLongNumberInAnyFieldCostsNothing() throws IOException {
        String line = "{\"n\":" + "9".repeat(5000) + ",\"html\":\"<p>long</p>\"}";
        assertThat(Dump.of(line + "\n" + page("b")).shown()).containsExactly("<p>long</p>", "b");
    }

    @Test
    void aNumberIsNoPage() throws IOException {
        Dump dump = Dump.of(page("a") + "\n{\"html\":5}\n{\"html\":5,\"text\":\"words\"}\n");
        assertThat(dump.shown()).containsExactly("a", "!empty", "words");
    }

    @Test
    void aNameThatSaysLinesOfJsonIsBelievedWhereOneLineIsAPage(@TempDir Path folder) throws IOException {
        String lines = "[]\n42\nnull\n\"s\"\ntrue\n{}\n{\"html\":5}\n" + page("a") + "\n";
        assertThat(ReadFolder.read(folder, "x.jsonl", bytes(lines)).shown())
                .containsExactly(
                        "!malformed", "!malformed", "!malformed", "!malformed", "!malformed", "!empty", "!empty", "a");
        assertThat(ReadFolder.read(folder, "x.jsonl", bytes("[]\n42\n")).items())
                .hasSize(1);
    }

    @Test
    void aDamagedFirstLineDoesNotHideWhatTheFileIs() throws IOException {
        assertThat(Dump.of("{\"url\": \"https://kur\n" + page("b") + "\n").shown())
                .containsExactly("!malformed", "b");
    }

    @Test
    void whatTheRecordSaysIsKeptAsClaims() throws IOException {
        Dump dump = Dump.of("""
                {"url":"https://kurier.example/a","title":"Rain","maintext":"It rained.","authors":["Ada Lovelace","Bo Li"],\
                "date_publish":"2025-06-05 23:45:00","date_modify":1749168000,"date_download":"2025-06-07 01:02:03",\
                "language":"en","image_url":"https://kurier.example/i.jpg","description":"Much rain.","id":77}
                """);
        Capture capture = dump.capture(0);
        assertThat(dump.body(0)).isEqualTo("It rained.");
        assertThat(capture.declaredType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(capture.capturedAt()).isEqualTo(Instant.parse("2025-06-07T01:02:03Z"));
        assertThat(capture.origin().recordId()).isEqualTo("77");
        assertThat(dump.declared(0).headline().title()).isEqualTo("Rain");
        assertThat(dump.declared(0).headline().description()).isEqualTo("Much rain.");
        assertThat(dump.declared(0).language()).isEqualTo("en");
        assertThat(dump.declared(0).imageUrl()).isEqualTo("https://kurier.example/i.jpg");
        assertThat(dump.dates(0))
                .containsExactly(
                        "published 2025-06-05 23:45:00 json:date_publish",
                        "modified 2025-06-06T00:00:00Z json:date_modify");
        assertThat(dump.names(0)).containsExactly("author Ada Lovelace json:authors", "author Bo Li json:authors");
    }

    @Test
    void theNamesOfKnownToolsMeanWhatTheyMeanThere() throws IOException {
        Dump dump = Dump.of("""
                {"title":"T","author":"A","date":"2025-06-05","source":"https://kurier.example/trafilatura","source-hostname":"Kurier","filedate":"2025-06-07","text":"x","excerpt":"e","tags":"a;b"}
                {"text":"x","id":"<urn:1>","dump":"CC-MAIN","url":"https://kurier.example/fineweb","date":"2025-06-05T01:02:03Z","file_path":"s3://x","language":"en","language_score":0.9}
                {"text":"x","id":"1","metadata":{"url":"https://kurier.example/datatrove","date":"2025-06-05T01:02:03Z"}}
                {"headline":"T","articleBody":"x","articleBodyHtml":"<p>x</p>","datePublished":"2025-06-05T01:02:03Z","authors":[{"name":"A","nameRaw":"By A"}],"inLanguage":"en","url":"https://kurier.example/zyte","metadata":{"dateDownloaded":"2025-06-07T01:02:03Z"}}
                {"name":"Rome","identifier":12,"date_modified":"2025-06-05T01:02:03Z","url":"https://kurier.example/enterprise","article_body":{"html":"<p>x</p>","wikitext":"x"},"in_language":{"identifier":"en"}}
                {"content":"x","warc_headers":{"warc-target-uri":"https://kurier.example/oscar","warc-date":"2025-06-05T01:02:03Z","warc-record-id":"<urn:2>"},"metadata":{"identification":{"label":"en","prob":1}}}
                {"_id":{"$oid":"abc"},"_source":{"url":"https://kurier.example/mongo","raw_html":"<p>x</p>","created_at":{"$date":"2025-06-05T01:02:03Z"}}}
                {"u":"https://kurier.example/hplt","ts":"2025-06-05T01:02:03Z","text":"x","lang":["en","de"]}
                {"raw_content":"x","date_download":"2025-06-05T01:02:03Z","cc_segment":"crawl","digest":"sha1:X","url":"https://kurier.example/ccnet","title":"T"}
                {"text":"x","timestamp":"2025-06-05T01:02:03Z","url":"https://kurier.example/c4"}
                {"url":"https://kurier.example/scrapy","body":"<html><p>x</p>","crawled_at":1749085323.5,"status":200}
                """);
        assertThat(dump.shown())
                .containsExactly(
                        "trafilatura",
                        "fineweb",
                        "datatrove",
                        "zyte",
                        "enterprise",
                        "oscar",
                        "mongo",
                        "hplt",
                        "ccnet",
                        "c4",
                        "scrapy");
        assertThat(dump.dates(0)).containsExactly("published 2025-06-05 json:date");
        assertThat(dump.capture(0).capturedAt()).isEqualTo(Instant.parse("2025-06-07T23:59:59Z"));
        assertThat(dump.declared(0).siteName()).isEqualTo("Kurier");
        assertThat(dump.declared(0).tags()).containsExactly("a", "b");
        Instant crawl = Instant.parse("2025-06-05T01:02:03Z");
        for (int crawled : List.of(1, 2, 5, 7, 8, 9)) {
            assertThat(dump.capture(crawled).capturedAt()).as("%d", crawled).isEqualTo(crawl);
            assertThat(dump.dates(crawled)).as("%d", crawled).isEmpty();
        }
        assertThat(dump.names(3)).containsExactly("author A json:authors.name");
        assertThat(dump.capture(3).declaredType()).startsWith("text/html");
        assertThat(dump.declared(4).headline().title()).isEqualTo("Rome");
        assertThat(dump.capture(5).origin().recordId()).isEqualTo("<urn:2>");
        assertThat(dump.capture(6).origin().recordId()).isEqualTo("abc");
        assertThat(dump.declared(7).language()).isEqualTo("en");
        assertThat(dump.capture(8).origin().recordId()).isEqualTo("sha1:X");
        assertThat(dump.capture(10).capturedAt()).isEqualTo(Instant.parse("2025-06-05T01:02:03Z"));
    }

    @Test
    void theJobFileNamesFieldsThatNobodyKnows() throws IOException {
        String line = "{\"payload\":\"<p>x</p>\",\"where\":\"https://kurier.example/a\",\"ts\":\"20250605010203\"}\n";
        assertThat(Dump.of(line).shown()).containsExactly(line);
        Dump dump = Dump.of(line, Map.of("html", "payload", "url", "where", "captured-at", "ts"));
        assertThat(dump.shown()).containsExactly("a");
        assertThat(dump.capture(0).capturedAt()).isEqualTo(Instant.parse("2025-06-05T01:02:03Z"));
    }

    @Test
    void arraysAndObjectsWithPagesAreOpened() throws IOException {
        assertThat(Dump.of("[" + page("a") + ",\n " + page("b") + "]\n").shown())
                .containsExactly("a", "b");
        Dump wrapped =
                Dump.of("{\"status\":\"ok\",\"total\":2,\"articles\":[" + page("a") + "," + page("b") + "],\"x\":[]}");
        assertThat(wrapped.shown()).containsExactly("a", "b");
        assertThat(wrapped.place(1)).isEqualTo(page("b"));
        String pretty = "{\n  \"url\": \"https://kurier.example/%s\",\n  \"text\": \"x { y\"\n}\n";
        Dump one = Dump.of(pretty.formatted("a"));
        assertThat(one.shown()).containsExactly("a");
        assertThat(Dump.of(pretty.formatted("a") + pretty.formatted("b")).shown())
                .containsExactly("a", "b");
    }

    @Test
    void aDamagedElementCostsItselfOnly() throws IOException {
        String lines = "[\n%s,\n{\"url\":\"https://kurier.example/x\",\"html\":\"<p>\n%s\n,%s]";
        assertThat(Dump.of(lines.formatted(page("a"), page("b"), page("c"))).shown())
                .containsExactly("a", "!malformed", "b", "c");
        String open = "[\n  {\"url\":\"https://kurier.example/a\",\"html\":\"<p>\",\n  \"a\":{\"b\":\n  1\n,\n  %s\n]";
        assertThat(Dump.of(open.formatted(page("b"))).shown()).containsExactly("!malformed", "b");
        String compact =
                "[" + page("a") + ",{\"url\":\"https://kurier.example/x\",\"html\":{\"<p>\"," + page("b") + "]";
        assertThat(Dump.of(compact).shown()).containsExactly("a", "!truncated", "b");
        assertThat(Dump.of("[" + page("a") + ",null," + page("b") + "]").shown())
                .containsExactly("a", "!malformed", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"app\",\"version\":\"1\"}",
                "[1,2,3]",
                "[]",
                "{}",
                "{\"level\":\"info\",\"message\":\"x\"}\n{\"level\":\"info\",\"message\":\"y\"}\n",
                "{\"text\":\"a caption\"}",
                "{not json}",
                "[\"text\"]"
            })
    void otherJsonStaysOneDocument(String json) throws IOException {
        assertThat(Dump.of(json).shown()).containsExactly(json);
    }

    @Test
    void linesOfTextAloneArePages() throws IOException {
        assertThat(Dump.of("{\"text\":\"one\"}\n{\"text\":\"two\"}\n").shown()).containsExactly("one", "two");
    }

    @Test
    void bytesThatAreNoUtf8AndHalfPairsBecomeReplacementCharacters() throws IOException {
        byte[] line = bytes("{\"url\":\"https://kurier.example/a\",\"text\":\"caf\u00e9 \\ud83d x\"}\n");
        for (int i = 0; i < line.length; i++) {
            if (line[i] == (byte) 0xc3) {
                line[i] = ' ';
            }
        }
        assertThat(Dump.of(line).body(0)).isEqualTo("caf \ufffd \ufffd x");
    }

    @Test
    void aLineBeyondTheLimitIsPassedOver() throws IOException {
        String longer = PAGE.formatted("long", "x".repeat(3000));
        SourceSettings small = SourceSettings.of(new SourceLimits(1000, 200));
        Dump dump = Dump.of(bytes(page("a") + "\n" + longer + "\n" + page("b")), small, Slice.WHOLE);
        assertThat(dump.shown()).containsExactly("a", "!limit-size", "b");
        assertThat(dump.place(1)).isEqualTo(longer);
        Dump array = Dump.of(bytes("[" + page("a") + "," + longer + "," + page("b") + "]"), small, Slice.WHOLE);
        assertThat(array.shown()).containsExactly("a", "!limit-size", "b");
    }

    @Test
    void deepNestingIsALimit() throws IOException {
        String deep = "{\"html\":\"x\",\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        assertThat(Dump.of(page("a") + "\n" + deep + "\n" + page("b")).shown())
                .containsExactly("a", "!limit-depth", "b");
    }

    @Test
    void aRecordWithoutContentOrWithAnErrorStatusIsAReject() throws IOException {
        Dump dump = Dump.of(page("a") + "\n{\"url\":\"x\",\"html\":null}\n{\"html\":\"x\",\"status\":404}\n");
        assertThat(dump.shown()).containsExactly("a", "!empty", "!http-status");
        assertThat(dump.reject(1).message()).contains("url, html");
    }

    @Test
    void aDumpCutAtAnyByteKeepsTheRecordsBeforeTheCut() throws IOException {
        for (String whole : List.of(
                page("a") + "\n" + page("b") + "\n",
                "[\n " + page("a") + ",\n " + page("b") + "\n]",
                "{\"items\":[" + page("a") + "," + page("b") + "]}")) {
            byte[] bytes = bytes(whole);
            int first = whole.indexOf(page("a")) + page("a").length();
            int second = whole.indexOf(page("b")) + page("b").length();
            for (int length = first; length < bytes.length; length++) {
                Dump dump = Dump.of(Arrays.copyOf(bytes, length));
                assertThat(dump.shown().get(0))
                        .as("%s cut at %d", whole, length)
                        .isEqualTo("a");
                assertThat(dump.shown().contains("b"))
                        .as("%s cut at %d", whole, length)
                        .isEqualTo(length >= second);
            }
            for (int length = 1; length < first; length++) {
                assertThat(Dump.of(Arrays.copyOf(bytes, length)).items()).isNotEmpty();
            }
        }
    }

    @Test
    void aLargeFileIsReadInPartsThatGiveWhatTheWholeGives(@TempDir Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append(i % 7 == 3 ? "{\"broken" : page("p" + i + "x".repeat(i)))
                    .append(i % 3 == 0 ? "\r\n" : "\n");
        }
        byte[] bytes = bytes(text.toString());
        Path file = Files.write(folder.resolve("d"), bytes);
        List<Long> cuts = new ArrayList<>(List.of(0L));
        Place place = Place.ofFile(
                "d",
                bytes.length,
                Slice.WHOLE,
                Sidecar.NONE,
                new Place.Reading(SourceSettings.DEFAULT, Formats::open, new Budget(1, SourceLimits.DEFAULT), null));
        try (FileChannel channel = FileChannel.open(file)) {
            Arrays.stream(new JsonLinesFormat().cuts(place, channel, 3000)).forEach(cuts::add);
        }
        cuts.add((long) bytes.length);
        assertThat(cuts).hasSizeBetween(10, 20).doesNotHaveDuplicates().isSorted();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.size(); i++) {
            byte[] rest = Arrays.copyOfRange(bytes, cuts.get(i).intValue(), bytes.length);
            Dump part = Dump.of(rest, SourceSettings.DEFAULT, new Slice(0, cuts.get(i + 1) - cuts.get(i)));
            parts.addAll(part.shown());
        }
        assertThat(parts).isEqualTo(Dump.of(bytes).shown());
    }

    @Test
    void aRejectSaysWhy() throws IOException {
        assertThat(Dump.of(page("a") + "\n{\"html\":\n" + page("b")).reject(1))
                .matches(reject -> reject.reason() == RejectReason.MALFORMED)
                .matches(reject -> reject.message().startsWith("expected a JSON object"));
    }
}
