package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.colophon.extract.page.BlockModel;
import dev.colophon.model.Capture;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.Extraction;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Origin;
import dev.colophon.model.RejectReason;
import dev.colophon.model.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentExtractorTest {
    private static final List<String> PIER = List.of("The pier was opened again.", "Boats came in at once.");

    @TempDir
    static Path temporary;

    private static DocumentExtractor extractor;

    @BeforeAll
    static void open() {
        ExtractLimits limits = new ExtractLimits(Duration.ofSeconds(60), 256L << 20, 1, 1_000_000, 200, temporary);
        extractor = new DocumentExtractor(new ExampleLines(), limits, BlockModel.shipped());
    }

    @AfterAll
    static void close() {
        extractor.close();
    }

    private static Capture capture(String name, byte[] body, @Nullable String declared) {
        return new Capture(Origin.ofFile(name, body.length), null, null, declared, null, null, null, body);
    }

    private static Extraction read(String name, byte[] body) throws ExtractionException {
        return extractor.extract(capture(name, body, null));
    }

    private static RejectReason reason(String name, byte[] body, @Nullable String declared) {
        ExtractionException refused =
                catchThrowableOfType(ExtractionException.class, () -> extractor.extract(capture(name, body, declared)));
        assertThat(refused).as("the refusal of %s", name).isNotNull();
        return refused.reason();
    }

    private static List<Tuple> people(Extraction document) {
        return document.names().stream()
                .map(name -> Tuple.tuple(name.role(), name.raw()))
                .toList();
    }

    @Test
    void refusesStyleSheetsAndScripts() {
        byte[] style = "body { margin: 0 }\n.a > p { color: red }\n".getBytes(StandardCharsets.UTF_8);
        byte[] script = "var a = 1;\nfunction b() { return a; }\n".getBytes(StandardCharsets.UTF_8);
        assertThat(reason("a.css", style, null)).isEqualTo(RejectReason.UNSUPPORTED);
        assertThat(reason("a.css", style, "text/css; charset=utf-8")).isEqualTo(RejectReason.UNSUPPORTED);
        assertThat(reason("a.js", script, null)).isEqualTo(RejectReason.UNSUPPORTED);
    }

    @Test
    void readsMarkdownByItsNameAndLongOnesAsText() throws ExtractionException {
        String page = "# The *pier*\n\nBoats came in at once.\n";
        Extraction read = read("pier.md", page.getBytes(StandardCharsets.UTF_8));
        assertThat(read.headline().title()).isEqualTo("The pier");
        assertThat(read.text()).isEqualTo("Boats came in at once.");
        String longer = page + "ééééééééé.\n\n".repeat(MarkdownReader.MOST_BYTES / 20);
        assertThat(read("pier.md", longer.getBytes(StandardCharsets.UTF_8)).text())
                .startsWith("Boats came in at once.");
    }

    @Test
    void leavesOutWhatNobodySees() throws ExtractionException {
        String line =
                "The bell\u0007 of \u202Ethe\u202C old chu\u00ADrch \u001B[31mrang at noon, and at one, and it was heard. ";
        byte[] text = ("Bells of\u200B the\u0007 town\n\n" + line + "Then it was quiet again. ".repeat(20))
                .getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("bells.txt", "bells.md")) {
            Extraction read = read(name, text);
            assertThat(read.headline() + read.text()).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]");
            assertThat(read.text()).contains("The bell of the old church [31mrang at noon");
        }
    }

    @Test
    void readsPdf() throws IOException, ExtractionException {
        Extraction pdf = read("pier.pdf", ExampleDocuments.pdf(false));

        assertThat(pdf.mediaType()).isEqualTo("application/pdf");
        assertThat(pdf.headline().title()).isEqualTo("The pier reopens");
        assertThat(pdf.pageCount()).isEqualTo(2);
        assertThat(pdf.text())
                .isEqualTo(
                        "The old pier of the town was opened again on Monday, two years after a storm had torn it from its"
                                + " moorings and left the harbour with a single place to land, and its people waited for the news of"
                                + " the harbour master until the evening.\n\nBoats came in at once.");
        assertThat(people(pdf))
                .containsExactly(Tuple.tuple(Role.AUTHOR, "Lena Ortiz"), Tuple.tuple(null, "By Lena Ortiz"));
        assertThat(pdf.dates())
                .extracting(DateClaim::meaning, DateClaim::raw, DateClaim::source, DateClaim::locator)
                .contains(Tuple.tuple(
                        DateClaim.Meaning.CREATED,
                        "D:20210303101500+00'00'",
                        ClaimSource.FILE_METADATA,
                        "dcterms:created"));
        assertThat(reason("locked.pdf", ExampleDocuments.pdf(true), null)).isEqualTo(RejectReason.ENCRYPTED);
    }

    @Test
    void readsWord() throws IOException, ExtractionException {
        Extraction word = read("report.docx", ExampleDocuments.docx());

        assertThat(word.headline().title()).isEqualTo("Harbour report");
        assertThat(word.text()).isEqualTo("The pier was opened again.\n\nboats | 12");
        assertThat(people(word))
                .containsExactly(Tuple.tuple(Role.AUTHOR, "Lena Ortiz"), Tuple.tuple(Role.EDITOR, "Tom Reyes"));
        assertThat(word.dates()).extracting(DateClaim::raw).contains("2021-03-03T10:15:00Z", "March 3, 2021");
    }

    @Test
    void deletedTextIsNone() throws IOException, ExtractionException {
        String docx =
                "<w:p><w:r><w:t>The toll is </w:t></w:r><w:del w:id='1'><w:r><w:delText>ninety</w:delText></w:r></w:del>"
                        + "<w:ins w:id='2'><w:r><w:t>seventy</w:t></w:r></w:ins><w:r><w:t> crowns.</w:t></w:r></w:p>"
                        + "<w:p><w:pPr><w:rPr><w:del w:id='3'/></w:rPr></w:pPr><w:moveFrom w:id='4'><w:r><w:t>Moved away.</w:t></w:r>"
                        + "</w:moveFrom><w:r><w:t>It is paid at the gate.</w:t></w:r></w:p>";
        assertThat(read("toll.docx", ExampleDocuments.docx(docx)).text())
                .isEqualTo("The toll is seventy crowns.\n\nIt is paid at the gate.");
        String within =
                "<w:p><w:r><w:t>Before.</w:t></w:r><w:del w:id='1'><w:r><w:t>out</w:t></w:r><w:p><w:del w:id='2'><w:r>"
                        + "<w:t>out</w:t></w:r></w:del></w:p></w:del><w:r><w:t> Behind.</w:t></w:r></w:p>";
        assertThat(read("nested.docx", ExampleDocuments.docx(within)).text()).isEqualTo("Before. Behind.");
        String odt =
                "<text:tracked-changes><text:changed-region text:id='c'><text:deletion><text:p>ninety</text:p></text:deletion>"
                        + "</text:changed-region></text:tracked-changes><text:p>The toll is <text:change text:change-id='c'/>seventy crowns."
                        + "</text:p><text:p>It is paid at the gate.</text:p>";
        assertThat(read("toll.odt", ExampleDocuments.odt(odt)).text())
                .isEqualTo("The toll is seventy crowns.\n\nIt is paid at the gate.");
    }

    @ParameterizedTest
    @ValueSource(floats = {1.15f, 1.3f, 1.5f, 2f})
    void linesOfAPdfAreParagraphsHoweverFarApartTheyAreSet(float leading) throws IOException, ExtractionException {
        Extraction pdf = read("gate.pdf", ExampleDocuments.pdf(leading));
        assertThat(pdf.headline().title()).isEqualTo("The upper gate opens");
        assertThat(people(pdf)).containsExactly(Tuple.tuple(null, "By Lena Ortiz"));
        assertThat(pdf.text())
                .isEqualTo(
                        "The keeper of the lock opened the upper gate at dawn and let four barges through, of which the last"
                                + " one, owned by a mill, had waited in the northern basin for eleven days because the ice of the river had"
                                + " held it and all of its freight.\n\nNobody had thought that it would be so long, said the owner of the"
                                + " last one, who had come by train to see to it himself, and went aboard at once to look after his flour.");
    }

    @Test
    void readsOpenDocumentRichTextAndBooks() throws IOException, ExtractionException {
        Extraction odt = read("notes.odt", ExampleDocuments.odt());
        assertThat(odt.headline().title()).isEqualTo("Harbour notes");
        assertThat(odt.text()).isEqualTo("The pier was opened again.");
        assertThat(people(odt))
                .containsExactly(Tuple.tuple(Role.AUTHOR, "Lena Ortiz"), Tuple.tuple(Role.EDITOR, "Tom Reyes"));

        Extraction rtf = read("memo", ExampleDocuments.rtf());
        assertThat(rtf.mediaType()).isEqualTo("application/rtf");
        assertThat(rtf.headline().title()).isEqualTo("Harbour memo");
        assertThat(rtf.text()).isEqualTo(String.join("\n\n", PIER));
        assertThat(people(rtf))
                .containsExactly(Tuple.tuple(Role.AUTHOR, "Lena Ortiz"), Tuple.tuple(Role.EDITOR, "André Muñoz"));

        Extraction book = read("pier.epub", ExampleDocuments.epub());
        assertThat(book.headline().title()).isEqualTo("The Pier");
        assertThat(book.siteName()).isEqualTo("Harbour Books");
        assertThat(book.declaredLanguage()).isEqualTo("en");
        assertThat(book.text()).contains("The pier was opened again.");
        assertThat(book.dates())
                .extracting(DateClaim::meaning, DateClaim::raw)
                .contains(Tuple.tuple(DateClaim.Meaning.PUBLISHED, "2021-03-03"));
    }

    @Test
    void aBooksPeopleHaveTheRolesThatItStates() throws IOException, ExtractionException {
        String roles =
                "<dc:creator opf:role='aut'>Lena Ortiz</dc:creator><dc:contributor opf:role='edt'>Tom Reyes</dc:contributor>"
                        + "<dc:contributor opf:role='ill'>Bo Dahl</dc:contributor><dc:creator id='t'>Ida Holm</dc:creator>"
                        + "<meta refines='#t' property='role' scheme='marc:relators'>trl</meta>";
        assertThat(people(read("pier.epub", ExampleDocuments.epub(roles))))
                .containsExactly(
                        Tuple.tuple(Role.AUTHOR, "Lena Ortiz"),
                        Tuple.tuple(Role.TRANSLATOR, "Ida Holm"),
                        Tuple.tuple(Role.EDITOR, "Tom Reyes"));
    }

    @Test
    void readsTheBodyOfAnEmailAndNoAttachment() throws ExtractionException {
        Extraction mail = read("pier.eml", ExampleDocuments.eml());

        assertThat(mail.headline().title()).isEqualTo("The pier reopens");
        assertThat(mail.text()).isEqualTo(String.join("\n\n", PIER));
        assertThat(mail.names())
                .extracting(NameClaim::role, NameClaim::raw, NameClaim::reference)
                .containsExactly(Tuple.tuple(Role.AUTHOR, "Lena Ortiz", "lena@harbour.example"));
        assertThat(mail.dates())
                .extracting(DateClaim::meaning, DateClaim::raw)
                .containsExactly(Tuple.tuple(DateClaim.Meaning.PUBLISHED, "Wed, 03 Mar 2021 10:15:00 +0100"));
    }

    private Extraction mail(String html) throws ExtractionException {
        return read(
                "ferry.eml",
                ("From: Lena Ortiz <lena@harbour.example>\r\nSubject: The ferry\r\nMIME-Version: 1.0\r\n"
                                + "Content-Type: text/html; charset=utf-8\r\n\r\n" + html + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void linesOfAMailsSourceAreNoParagraphs() throws ExtractionException {
        assertThat(mail("<html><body><p>Thank you for\r\nyour message.</p><table><tr><td>\r\n  The ferry\r\n  leaves at"
                                + " six.\r\n</td></tr></table></body></html>")
                        .text())
                .isEqualTo("Thank you for your message.\n\nThe ferry leaves at six.");
        assertThat(mail("<div dir=ltr>Hi Bob,<div>thanks for the draft.</div><div>Lena<br>Harbour desk</div></div>")
                        .text())
                .isEqualTo("Hi Bob,\n\nthanks for the draft.\n\nLena\n\nHarbour desk");
        assertThat(
                        mail("<body><div style='display: none'>Read online</div><div class=header>The ferry leaves at six.</div>"
                                        + "<p>Nobody knows why it does.</p></body>")
                                .text())
                .isEqualTo("The ferry leaves at six.\n\nNobody knows why it does.");
    }

    @Test
    void blocksOfAMailAreParted() throws ExtractionException {
        assertThat(
                        mail("<body><center>Harbour News</center>\r\n<center>12 May</center><div style='white-space: pre-wrap'>"
                                        + "The ferry leaves at six.\r\nNobody knows why.</div></body>")
                                .text())
                .isEqualTo("Harbour News\n\n12 May\n\nThe ferry leaves at six.\n\nNobody knows why.");
    }

    @Test
    void aBookIsReadAsItsPagesAreShown() throws IOException, ExtractionException {
        String chapter = "<section><header><h2>Chapter I</h2></header><p>It was the best\nof times, it\n was so.</p>"
                + "<p>長い間\nここに\nいた。</p><pre>\nRoses red\n  violets blue\n</pre><footer><p>Yours, Lena</p></footer></section>";
        assertThat(read("pier.epub", ExampleDocuments.epubOf(chapter)).text())
                .isEqualTo(
                        "Chapter I\n\nIt was the best of times, it was so.\n\n長い間ここにいた。\n\nRoses red\n  violets blue\n\n"
                                + "Yours, Lena");
    }

    @Test
    void aTableOfOneCellIsAFrameAroundParagraphs() throws IOException, ExtractionException {
        String cell =
                "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>The toll is seventy crowns.</w:t></w:r></w:p><w:p><w:r><w:t>It is paid"
                        + " at the gate.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        assertThat(read("toll.docx", ExampleDocuments.docx(cell)).text())
                .isEqualTo("The toll is seventy crowns.\n\nIt is paid at the gate.");
    }

    @Test
    void whatReviewersSayIsNoText() throws IOException, ExtractionException {
        String said = "<w:p><w:commentRangeStart w:id='0'/><w:r><w:t>The toll is seventy crowns.</w:t></w:r>"
                + "<w:commentRangeEnd w:id='0'/><w:r><w:commentReference w:id='0'/></w:r></w:p><w:p><w:r><w:t>It is paid at the"
                + " gate.</w:t></w:r></w:p>";
        assertThat(read("toll.docx", ExampleDocuments.docxWithComment(said, "check this"))
                        .text())
                .isEqualTo("The toll is seventy crowns.\n\nIt is paid at the gate.");
    }

    @Test
    void takesPagesForPagesWhateverTheyAreDeclaredAs() throws ExtractionException {
        String page = "\n <!DOCTYPE html><html><head><title>Pier</title></head><body><article><h1>Pier</h1><p>"
                + "The pier was opened again. ".repeat(20) + "</p></article></body></html>";
        for (String declared : List.of("text/plain", "application/octet-stream", "text/html")) {
            Extraction read = extractor.extract(capture("a", page.getBytes(StandardCharsets.UTF_8), declared));
            assertThat(read.mediaType()).isEqualTo("text/html");
        }
    }

    @Test
    void saysWhyItCannotReadSomething() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        byte[] zip = Arrays.copyOf(new byte[] {'P', 'K', 5, 6}, 22);
        byte[] docx = ExampleDocuments.docx();

        assertThat(reason("a.txt", new byte[0], null)).isEqualTo(RejectReason.EMPTY);
        assertThat(reason("a.png", png, null)).isEqualTo(RejectReason.UNSUPPORTED);
        assertThat(reason("a.zip", zip, null)).isEqualTo(RejectReason.UNSUPPORTED);
        assertThat(reason("a.txt", MisbehavingParser.document("noise"), "text/plain"))
                .isEqualTo(RejectReason.NOT_TEXT);
        assertThat(reason("a.docx", Arrays.copyOf(docx, docx.length / 2), null))
                .isIn(RejectReason.TRUNCATED, RejectReason.MALFORMED);
    }

    @Test
    void whoSavedTheirOwnFileLastIsNoEditor() {
        List<String> lena = List.of("Lena Ortiz");
        FileMetadata metadata =
                new FileMetadata("application/msword", Map.of("dc:creator", lena, "meta:last-author", lena));

        assertThat(metadata.names()).extracting(NameClaim::role).containsExactly(Role.AUTHOR);
    }

    @Test
    void theServersDateIsAClaim() throws ExtractionException {
        byte[] body = "A line of text".getBytes(StandardCharsets.UTF_8);
        String header = "Wed, 03 Mar 2021 10:15:00 GMT";
        Capture capture = new Capture(Origin.ofFile("a.txt.gz", 9), null, null, "text/plain", header, 200, null, body);

        assertThat(extractor.extract(capture).dates())
                .containsExactly(new DateClaim(
                        DateClaim.Meaning.MODIFIED,
                        header,
                        ClaimSource.HTTP_HEADER,
                        "http:Last-Modified",
                        dev.colophon.model.Region.HEAD,
                        0));
    }

    @Test
    void programsTitlesAreNoTitles() {
        assertThat(FileTitles.clean("Microsoft Word - The pier reopens", "a.pdf"))
                .isEqualTo("The pier reopens");
        assertThat(FileTitles.clean("Microsoft Word - draft3.doc", "a.pdf")).isNull();
        assertThat(FileTitles.clean("Document1", "a.docx")).isNull();
        assertThat(FileTitles.clean("UNTITLED", "a.docx")).isNull();
        assertThat(FileTitles.clean("scan_004", "scan_004.pdf")).isNull();
        assertThat(FileTitles.clean("About St. John", "a.pdf")).isEqualTo("About St. John");
    }
}
