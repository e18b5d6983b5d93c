package dev.colophon.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Small documents of many formats, made for the tests. */
final class ExampleDocuments {
    private ExampleDocuments() {}

    static byte[] pdf(boolean password) throws IOException {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            page(
                    pdf,
                    List.of("The pier reopens", "By Lena Ortiz"),
                    List.of(
                            "The old pier of the town was opened again on Monday, two years af-",
                            "ter a storm had torn it from its moorings and left the harbour with",
                            "a single place to land, and its people waited for the news of the"));
            page(pdf, List.of(), List.of("harbour master until the evening.", "Boats came in at once."));
            pdf.getDocumentInformation().setTitle("Microsoft Word - pier.doc");
            pdf.getDocumentInformation().setAuthor("Lena Ortiz");
            Calendar created = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
            created.setTime(Date.from(Instant.parse("2021-03-03T10:15:00Z")));
            pdf.getDocumentInformation().setCreationDate(created);
            if (password) {
                pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static void page(PDDocument pdf, List<String> header, List<String> lines) throws IOException {
        PDPage page = new PDPage();
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            float y = 740;
            for (String line : header) {
                write(content, line, y);
                y -= 60;
            }
            for (String line : lines) {
                write(content, line, y);
                y -= 14;
            }
        }
    }

    private static void write(PDPageContentStream content, String line, float y) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(72, y);
        content.showText(line);
        content.endText();
    }

    static byte[] docx() throws IOException {
        try (XWPFDocument word = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            word.getProperties().getCoreProperties().setTitle("Harbour report");
            word.getProperties().getCoreProperties().setCreator("Lena Ortiz");
            word.getProperties().getCoreProperties().setLastModifiedByUser("Tom Reyes");
            word.getProperties()
                    .getCoreProperties()
                    .setCreated(Optional.of(Date.from(Instant.parse("2021-03-03T10:15:00Z"))));
            for (String text : List.of("Harbour report", "March 3, 2021", "The pier was opened again.")) {
                word.createParagraph().createRun().setText(text);
            }
            XWPFTable table = word.createTable(1, 2);
            table.getRow(0).getCell(0).setText("boats");
            table.getRow(0).getCell(1).setText("12");
            word.write(out);
            return out.toByteArray();
        }
    }

    /** A Word file with such paragraphs. */
    static byte[] docx(String paragraphs) throws IOException {
        String types = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                + "<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument"
                + ".wordprocessingml.document.main+xml'/></Types>";
        String relations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='r' Target='word/document.xml' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
                + "relationships/officeDocument'/></Relationships>";
        String document = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
                + paragraphs + "</w:body></w:document>";
        return zip("[Content_Types].xml", types, "_rels/.rels", relations, "word/document.xml", document);
    }

    /** A Word file with such paragraphs, and a reviewer's comment with the id 0. */
    static byte[] docxWithComment(String paragraphs, String comment) throws IOException {
        String word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        String content = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        String relations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='r' Target='%s' Type='" + office + "%s'/></Relationships>";
        return zip(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Override PartName='/word/document.xml' ContentType='" + content + "document.main+xml'/>"
                        + "<Override PartName='/word/comments.xml' ContentType='" + content + "comments+xml'/></Types>",
                "_rels/.rels",
                relations.formatted("word/document.xml", "officeDocument"),
                "word/_rels/document.xml.rels",
                relations.formatted("comments.xml", "comments"),
                "word/comments.xml",
                "<w:comments xmlns:w='" + word + "'><w:comment w:id='0' w:author='Jane Doe'><w:p><w:r><w:t>" + comment
                        + "</w:t></w:r></w:p></w:comment></w:comments>",
                "word/document.xml",
                "<w:document xmlns:w='" + word + "'><w:body>" + paragraphs + "</w:body></w:document>");
    }

    /** An OpenDocument text with such paragraphs. */
    static byte[] odt(String paragraphs) throws IOException {
        String content = "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>" + paragraphs
                + "</office:text></office:body></office:document-content>";
        return zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", content);
    }

    /** A page with a title of 20 points and a byline and two paragraphs of 11 points, set with such a distance of lines. */
    static byte[] pdf(float leading) throws IOException {
        List<String> lines = List.of(
                "By Lena Ortiz",
                "",
                "The keeper of the lock opened the upper gate at dawn and let four barges",
                "through, of which the last one, owned by a mill, had waited in the nor-",
                "thern basin for eleven days because the ice of the river had held it and",
                "all of its freight.",
                "",
                "Nobody had thought that it would be so long, said the owner of the last",
                "one, who had come by train to see to it himself, and went aboard at once",
                "to look after his flour.");
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                float y = 740;
                write(content, "The upper gate opens", 20, y);
                y -= 20 * leading;
                for (String line : lines) {
                    if (!line.isEmpty()) {
                        write(content, line, 11, y);
                    }
                    y -= 11 * leading;
                }
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static void write(PDPageContentStream content, String line, int size, float y) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), size);
        content.newLineAtOffset(72, y);
        content.showText(line);
        content.endText();
    }

    static byte[] odt() throws IOException {
        String meta = "<office:document-meta xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                + " xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                + "<office:meta><dc:creator>Tom Reyes</dc:creator><meta:initial-creator>Lena Ortiz</meta:initial-creator>"
                + "<dc:title>Harbour notes</dc:title><meta:creation-date>2021-03-03T10:15:00</meta:creation-date>"
                + "</office:meta></office:document-meta>";
        String content = "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>"
                + "<text:h text:outline-level='1'>Harbour notes</text:h><text:p>The pier was opened again.</text:p>"
                + "</office:text></office:body></office:document-content>";
        return zip("mimetype", "application/vnd.oasis.opendocument.text", "meta.xml", meta, "content.xml", content);
    }

    static byte[] epub() throws IOException {
        return epub("<dc:creator>Lena Ortiz</dc:creator>");
    }

    /** A book by such people. */
    static byte[] epub(String people) throws IOException {
        return epub(people, "<h1>One</h1><p>The pier was opened again.</p>");
    }

    /** A book of one chapter. */
    static byte[] epubOf(String chapter) throws IOException {
        return epub("<dc:creator>Lena Ortiz</dc:creator>", chapter);
    }

    private static byte[] epub(String people, String content) throws IOException {
        String container =
                "<container version='1.0' xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
                        + "<rootfile full-path='book.opf' media-type='application/oebps-package+xml'/></rootfiles></container>";
        String book = "<package xmlns='http://www.idpf.org/2007/opf' version='3.0'><metadata"
                + " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:opf='http://www.idpf.org/2007/opf'><dc:title>The Pier</dc:title>"
                + people
                + "<dc:publisher>Harbour Books</dc:publisher><dc:language>en</dc:language><dc:date>2021-03-03</dc:date></metadata>"
                + "<manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest>"
                + "<spine><itemref idref='a'/></spine></package>";
        String chapter = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body>" + content
                + "</body></html>";
        return zip(
                "mimetype",
                "application/epub+zip",
                "META-INF/container.xml",
                container,
                "book.opf",
                book,
                "a.xhtml",
                chapter);
    }

    static byte[] eml() {
        return String.join(
                        "\r\n",
                        "From: Lena Ortiz <lena@harbour.example>",
                        "To: desk@harbour.example",
                        "Subject: The pier reopens",
                        "Date: Wed, 03 Mar 2021 10:15:00 +0100",
                        "MIME-Version: 1.0",
                        "Content-Type: multipart/mixed; boundary=b",
                        "",
                        "--b",
                        "Content-Type: multipart/alternative; boundary=c",
                        "",
                        "--c",
                        "Content-Type: text/plain; charset=utf-8",
                        "",
                        "The pier was opened again.",
                        "",
                        "Boats came in at once.",
                        "--c",
                        "Content-Type: text/html; charset=utf-8",
                        "",
                        "<html><body><table><tr><td><p>The pier was opened again.</p><p>Boats came in at once.</p></td></tr>"
                                + "</table></body></html>",
                        "--c--",
                        "--b",
                        "Content-Type: text/plain; name=note.txt",
                        "Content-Disposition: attachment; filename=note.txt",
                        "",
                        "What is attached is another document.",
                        "--b--",
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] rtf() {
        return ("{\\rtf1\\ansi\\ansicpg1252{\\info{\\title Harbour memo}{\\author Lena Ortiz}"
                        + "{\\operator Andr\\'e9 Mu\\u241?oz}{\\creatim\\yr2021\\mo3\\dy3\\hr10\\min15}}"
                        + "The pier was opened again.\\par Boats came in at once.\\par}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                byte[] bytes = entries[i + 1].getBytes(StandardCharsets.UTF_8);
                ZipEntry entry = new ZipEntry(entries[i]);
                if (i == 0) {
                    // The first entry names the type, and only as it stands.
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(bytes.length);
                    java.util.zip.CRC32 sum = new java.util.zip.CRC32();
                    sum.update(bytes);
                    entry.setCrc(sum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(bytes);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
