package dev.colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.extract.ExtractLimits;
import dev.colophon.model.Capture;
import dev.colophon.model.DatePrecision;
import dev.colophon.model.Origin;
import dev.colophon.model.Outcome;
import dev.colophon.model.Publication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates of files are what the files state: their own clock, their own zone, and no more than that. */
class FileDatesTest {
    private static final String TEXT = "The lock keeper opened the upper gate at dawn and let four barges through.";

    @TempDir
    static Path temporary;

    private static DocumentPipeline pipeline;

    @BeforeAll
    static void open() {
        ExtractLimits limits = new ExtractLimits(Duration.ofSeconds(60), 256L << 20, 1, 1_000_000, 200, temporary);
        pipeline = new DocumentPipeline(new PipelineSettings(limits, TextSelection.BODY, Publishers.NONE, null));
    }

    @AfterAll
    static void close() {
        pipeline.close();
    }

    private static Publication publication(String name, byte[] body) {
        Outcome outcome = pipeline.process(Capture.of(Origin.ofFile(name, body.length), body));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).document().publication();
    }

    private static Publication mail(String date) {
        String mail = "Received: from a.example by b.example;\r\n\tThu, 16 Feb 2023 05:00:00 +0000\r\n"
                + "From: Ida Holm <ida@lock.example>\r\nTo: all@lock.example\r\nSubject: Barges\r\n" + date
                + "\r\nMessage-ID: <1@lock.example>\r\n\r\n" + TEXT + "\r\n\r\nDate: 1 May 1999\r\n";
        return publication("barges.eml", mail.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Date: Wed, 15 Feb 2023 23:30:00 -0500", "date:Wed, 15 Feb 2023\r\n 23:30:00 -0500"})
    void aMailsClockIsItsSenders(String field) {
        Publication sent = mail(field);
        assertThat(sent.local()).isEqualTo(LocalDateTime.parse("2023-02-15T23:30"));
        assertThat(sent.date()).isEqualTo(LocalDate.parse("2023-02-15"));
        assertThat(sent.zone()).isEqualTo("-05:00");
        assertThat(sent.publishedAt()).isEqualTo(Instant.parse("2023-02-16T04:30:00Z"));
        assertThat(sent.raw()).isEqualTo("Wed, 15 Feb 2023 23:30:00 -0500");
    }

    private static byte[] pdf(String created) throws IOException {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                content.newLineAtOffset(72, 700);
                content.showText(TEXT);
                content.endText();
            }
            pdf.getDocumentInformation().getCOSObject().setString(COSName.CREATION_DATE, created);
            pdf.save(out);
            return out.toByteArray();
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            nullValues = "-",
            value = {
                "D:20230105093000+01'00', 2023-01-05T09:30, +01:00, SECOND",
                "D:20230105093000-05'00, 2023-01-05T09:30, -05:00, SECOND",
                "D:20230105233015+0530, 2023-01-05T23:30:15, +05:30, SECOND",
                "D:20230105093000Z, 2023-01-05T09:30, +00:00, SECOND",
                "D:20230105093000, 2023-01-05T09:30, -, SECOND",
                "D:202301050930, 2023-01-05T09:30, -, MINUTE",
                "D:20230105, -, -, DAY",
                "D:2023010509, -, -, DAY",
            })
    void aPdfsDateIsNoMoreThanItStates(String written, LocalDateTime local, String zone, DatePrecision precision)
            throws IOException {
        Publication made = publication("gate.pdf", pdf(written));
        assertThat(made.date()).isEqualTo(LocalDate.parse("2023-01-05"));
        assertThat(made.local()).isEqualTo(local);
        assertThat(made.zone()).isEqualTo(zone);
        assertThat(made.publishedAt() == null).isEqualTo(zone == null);
        assertThat(made.precision()).isEqualTo(precision);
        assertThat(made.raw()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "\\yr2018\\mo5\\dy6\\hr10\\min30, 2018-05-06T10:30, MINUTE",
        "\\yr2018\\mo5\\dy6, , DAY",
    })
    void richTextHasNoZone(String written, LocalDateTime local, DatePrecision precision) {
        String rtf = "{\\rtf1\\ansi{\\info{\\title Gate}{\\creatim" + written + "}}" + TEXT + "\\par}";
        Publication made = publication("gate.rtf", rtf.getBytes(StandardCharsets.US_ASCII));
        assertThat(made.date()).isEqualTo(LocalDate.parse("2018-05-06"));
        assertThat(made.local()).isEqualTo(local);
        assertThat(made.zone()).isNull();
        assertThat(made.publishedAt()).isNull();
        assertThat(made.precision()).isEqualTo(precision);
    }

    /** A Word file whose property {@code created} is written as given. */
    private static byte[] word(String created) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument()) {
            word.createParagraph().createRun().setText(TEXT);
            word.write(plain);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(plain.toByteArray()));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                String part = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                zip.write(part.replaceFirst("(<dcterms:created[^>]*>)[^<]*", "$1" + created)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    @Test
    void anOfficeFilesZoneIsTheOneThatItStates() throws IOException {
        Publication offset = publication("gate.docx", word("2023-01-05T09:30:00+01:00"));
        assertThat(offset.local()).isEqualTo(LocalDateTime.parse("2023-01-05T09:30"));
        assertThat(offset.zone()).isEqualTo("+01:00");

        Publication none = publication("gate.docx", word("2023-01-05T09:30:00"));
        assertThat(none.local()).isEqualTo(LocalDateTime.parse("2023-01-05T09:30"));
        assertThat(none.zone()).isNull();
    }
}
