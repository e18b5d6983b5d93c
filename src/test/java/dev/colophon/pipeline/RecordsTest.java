package dev.colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.extract.ExtractLimits;
import dev.colophon.model.Capture;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.Declared;
import dev.colophon.model.Document;
import dev.colophon.model.Headline;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Origin;
import dev.colophon.model.Outcome;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of dumps: what they say of a document beside its bytes. */
class RecordsTest {
    private static final String TEXT = "The ferry left the old pier a little after six in the morning, with forty"
            + " passengers on board.\nNobody on the quay had come to wave, and nobody was missed.\n";

    @TempDir
    Path temporary;

    private static Declared declared(String title) {
        return new Declared(
                new Headline(title, null, "A ferry, and no one to wave."),
                "en",
                "The Courier",
                "Local",
                List.of("ferries"),
                null,
                List.of(new DateClaim(
                        DateClaim.Meaning.PUBLISHED, "2025-06-05", ClaimSource.RECORD, "json:date", Region.HEAD, 0)),
                List.of(new NameClaim(
                        Role.AUTHOR, "Ada Lovelace", ClaimSource.RECORD, "json:author", Region.HEAD, 1, null, null)));
    }

    private Document read(String type, Declared declared, String body) {
        ExtractLimits limits = new ExtractLimits(Duration.ofSeconds(60), 256L << 20, 1, 1_000_000, 200, temporary);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Origin origin = new Origin("dump.jsonl", null, 7, bytes.length, null);
        Capture capture = new Capture(
                origin, "https://kurier.example/pages/a.html", null, type, null, null, null, declared, bytes);
        try (DocumentPipeline pipeline =
                new DocumentPipeline(new PipelineSettings(limits, TextSelection.BODY, Publishers.NONE, null))) {
            return ((Outcome.Accepted) pipeline.process(capture)).document();
        }
    }

    @Test
    void aTextHasTheTitleDateAndAuthorOfItsRecord() {
        Document document = read("text/plain; charset=utf-8", declared("The ferry leaves"), TEXT);
        assertThat(document.content().mediaType()).isEqualTo("text/plain");
        assertThat(document.content().headline().title()).isEqualTo("The ferry leaves");
        assertThat(document.content().headline().description()).isEqualTo("A ferry, and no one to wave.");
        assertThat(document.content().text()).startsWith("The ferry left").contains("nobody was missed");
        assertThat(document.content().section()).isEqualTo("Local");
        assertThat(document.content().tags()).containsExactly("ferries");
        assertThat(document.identity().publisher()).isEqualTo("The Courier");
        assertThat(document.publication().date()).isEqualTo(LocalDate.of(2025, 6, 5));
        assertThat(document.publication().source()).isEqualTo(ClaimSource.RECORD);
        assertThat(document.credits().contributors())
                .singleElement()
                .matches(one -> one.name().equals("Ada Lovelace") && one.source() == ClaimSource.RECORD);
        assertThat(document.evidence())
                .anyMatch(one -> one.locator().equals("json:author") && one.chosen())
                .anyMatch(one -> one.locator().equals("json:date") && one.chosen());
    }

    @Test
    void aTitleThatTheTextRepeatsIsNoParagraph() {
        Document document = read("text/plain", declared("The ferry leaves"), "THE FERRY LEAVES\n\n" + TEXT);
        assertThat(document.content().headline().title()).isEqualTo("The ferry leaves");
        assertThat(document.content().text()).startsWith("The ferry left");
    }

    @Test
    void aTextThatBeginsLikeAPictureOrAMailIsAText() {
        for (String start : List.of("GIF89a ", "From: x\n", "%PDF-1.4 ", "BM ")) {
            assertThat(read("text/plain; charset=utf-8", Declared.NOTHING, start + TEXT)
                            .content()
                            .mediaType())
                    .isEqualTo("text/plain");
        }
        assertThat(read("text/plain", Declared.NOTHING, TEXT + "<br>\n" + TEXT + "<br>\n<a href='/b'>Read on</a>")
                        .content()
                        .text())
                .doesNotContain("<");
        assertThat(read("text/plain", Declared.NOTHING, "<html><body><p>" + TEXT + "</p></body></html>")
                        .content()
                        .mediaType())
                .isEqualTo("text/html");
    }

    @Test
    void aPageIsReadAndItsRecordFillsWhatItLeavesOpen() {
        String page = "<html lang=de><head><title>Die Fähre legt ab</title></head><body><h1>Die Fähre legt ab</h1><p>"
                + TEXT + "</p></body></html>";
        Document document = read("text/html; charset=utf-8", declared("Another title"), page);
        assertThat(document.content().headline().title()).isEqualTo("Die Fähre legt ab");
        assertThat(document.content().section()).isEqualTo("Local");
        assertThat(document.publication().date()).isEqualTo(LocalDate.of(2025, 6, 5));
    }

    @Test
    void wikitextIsReadableText() {
        Document document = read(
                "text/x-wiki; charset=utf-8",
                declared("Ferry"),
                "{{Infobox}}A '''ferry''' is a [[boat|ship]].\n[[Category:Ships]]");
        assertThat(document.content().text()).isEqualTo("A ferry is a ship.");
        assertThat(document.content().headline().title()).isEqualTo("Ferry");
        assertThat(document.content().tags()).containsExactly("Ships");
    }

    @Test
    void aMessageOfAMailBoxIsReadAsMail() {
        String mail = "X-Odd: 1\nMessage-ID: <1@kurier.example>\nFrom: Ada Lovelace <ada@kurier.example>\n"
                + "Date: Thu, 5 Jun 2025 23:45:00 +0000\nSubject: The ferry leaves\n\n" + TEXT;
        Document document = read("message/rfc822", Declared.NOTHING, mail);
        assertThat(document.content().mediaType()).isEqualTo("message/rfc822");
        assertThat(document.content().headline().title()).isEqualTo("The ferry leaves");
        assertThat(document.publication().date()).isEqualTo(LocalDate.of(2025, 6, 5));
        assertThat(document.credits().contributors())
                .singleElement()
                .matches(one -> one.name().equals("Ada Lovelace"));
    }
}
