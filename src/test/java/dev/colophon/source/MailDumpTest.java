package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.colophon.model.Capture;
import dev.colophon.model.RejectReason;
import dev.colophon.source.format.Slice;
import dev.colophon.source.format.SourceLimits;
import dev.colophon.source.format.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailDumpTest {
    private static final Path REAL = Path.of("../shared/real/docs/tika");

    private static String mail(String name) {
        return "From ada@kurier.example Sat Nov 22 04:05:06 2025\nMessage-ID: <" + name
                + "@kurier.example>\nArchived-At: <https://lists.kurier.example/" + name + ">\nSubject: " + name
                + "\n\n" + name + "\n>From here on\nFrom the start\n\n";
    }

    @Test
    void everyMessageOfAMailBoxIsADocument() throws IOException {
        Dump dump = Dump.of(mail("a") + mail("b") + "From x Sat Nov 22 04:05:06 2025\r\n\r\nno header\r\n");
        assertThat(dump.shown()).startsWith("a", "b").hasSize(3);
        Capture first = dump.capture(0);
        assertThat(first.declaredType()).isEqualTo("message/rfc822");
        assertThat(first.origin().recordId()).isEqualTo("<a@kurier.example>");
        assertThat(dump.place(1)).isEqualTo(mail("b"));
        assertThat(dump.body(0)).startsWith("Message-ID:").endsWith("a\nFrom here on\nFrom the start\n\n");
    }

    @Test
    void aMessageBeyondTheLimitIsPassedOver() throws IOException {
        String longer = "From x Sat Nov 22 04:05:06 2025\nSubject: x\n\n" + "x\n".repeat(2000) + "\n";
        SourceSettings small = SourceSettings.of(new SourceLimits(1000, 200));
        Dump dump = Dump.of(bytes(mail("a") + longer + mail("b")), small, Slice.WHOLE);
        assertThat(dump.shown()).containsExactly("a", "!limit-size", "b");
    }

    @Test
    void aLetterIsNoMailBox() throws IOException {
        String letter = "From the desk of the editor at 10:30\n\nDear readers";
        assertThat(Dump.of(letter).shown()).containsExactly(letter);
    }

    private static String letter(String... parts) {
        StringBuilder mail =
                new StringBuilder("From: Ada <ada@kurier.example>\r\nTo: all@kurier.example\r\nSubject: Ferry\r\n"
                        + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"B\"\r\n\r\n");
        for (String part : parts) {
            mail.append("--B\r\n").append(part).append("\r\n");
        }
        return mail.append("--B--\r\n").toString();
    }

    private static final String TEXT = "Content-Type: multipart/alternative; boundary=\"A\"\r\n\r\n--A\r\n"
            + "Content-Type: text/plain\r\n\r\nThe ferry leaves.\r\n--A\r\nContent-Type: text/html\r\n\r\n"
            + "<p>The ferry leaves.</p>\r\n--A--";
    private static final String TABLE =
            "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
                    + "Content-Disposition: attachment; filename*=utf-8''F%C3%A4hre.txt\r\n\r\n"
                    + Base64.getEncoder().encodeToString(bytes("Six o'clock."));
    private static final String PICTURE = "Content-Type: image/png; name=a.png\r\nContent-ID: <1>\r\n"
            + "Content-Transfer-Encoding: base64\r\nContent-Disposition: inline\r\n\r\niVBORw0KGgo=";

    private static String forwarded(String mail) {
        return "Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n" + mail;
    }

    private static List<String> entries(Dump dump) {
        return dump.items().stream()
                .map(item -> String.valueOf(item.origin().containerPath()))
                .toList();
    }

    @Test
    void whatIsAttachedToAMailIsADocumentToo() throws IOException {
        String page = "Content-Type: text/html; charset=utf-8; name=\"a.html\"\r\nContent-Disposition: attachment;\r\n"
                + " filename*0=\"../timetable of\"; filename*1=\" the ferry.html\"\r\n\r\n<html><p>Six.</p></html>";
        String inner = letter("Content-Type: text/plain\r\n\r\nOld news.", TABLE)
                .replace("\"B\"", "\"C\"")
                .replace("--B", "--C");
        String mail = letter(TEXT, TABLE, page, PICTURE, forwarded(inner));
        Dump dump = Dump.of(mail);
        assertThat(entries(dump))
                .containsExactly(
                        "null", "Fähre.txt", "timetable of the ferry.html", "part-6.eml", "part-6.eml!Fähre.txt");
        assertThat(dump.body(0)).isEqualTo(mail);
        assertThat(dump.capture(0).origin().length()).isEqualTo(mail.length());
        assertThat(dump.body(1)).isEqualTo("Six o'clock.");
        assertThat(dump.body(2)).isEqualTo("<html><p>Six.</p></html>");
        assertThat(dump.capture(2).declaredType()).startsWith("text/html; charset=utf-8");
        assertThat(dump.body(3)).startsWith("From: Ada").contains("Old news.");
        assertThat(dump.body(4)).isEqualTo("Six o'clock.");
        assertThat(dump.items().stream().map(item -> item.origin()).distinct()).hasSize(5);
    }

    @Test
    void attachmentsInAMailBoxAreToldApart() throws IOException {
        String box = "From a Sat Nov 22 04:05:06 2025\r\n" + letter(TEXT, TABLE, TABLE)
                + "\r\nFrom b Sat Nov 22 04:05:07 2025\r\n" + letter(TEXT, TABLE) + "\r\n" + mail("c");
        Dump dump = Dump.of(box);
        assertThat(entries(dump)).containsExactly("null", "Fähre.txt", "Fähre.txt", "null", "Fähre.txt", "null");
        assertThat(dump.items().get(4).origin().offset())
                .isEqualTo(dump.items().get(3).origin().offset())
                .isPositive();
    }

    @Test
    void attachmentsKeepTheLimits() throws IOException {
        SourceLimits few = new SourceLimits(4000, 200, 1, 100, 1 << 20);
        String large = TABLE.substring(0, TABLE.indexOf("\r\n\r\n") + 4) + "QUFB".repeat(1_500);
        Dump nested = Dump.of(
                bytes(letter(TEXT, forwarded(letter(TABLE).replace("B", "C")))), SourceSettings.of(few), Slice.WHOLE);
        assertThat(entries(nested)).containsExactly("null", "part-3.eml", "part-3.eml!Fähre.txt");
        assertThat(nested.reject(2).reason()).isEqualTo(RejectReason.LIMIT_DEPTH);
        SourceLimits small = new SourceLimits(7000, 200);
        Dump long1 = Dump.of(bytes(letter(TEXT, large)), SourceSettings.of(small), Slice.WHOLE);
        assertThat(long1.items()).hasSize(2);
    }

    @Test
    void aLetterWithAttachmentsCutAtAnyByteKeepsItsMail() throws IOException {
        byte[] whole = bytes(letter(TEXT, TABLE, PICTURE));
        for (int length = 200; length < whole.length; length += 11) {
            Dump dump = Dump.of(Arrays.copyOf(whole, length));
            assertThat(dump.capture(0).body()).hasSize(length);
            assertThat(dump.items()).hasSizeBetween(1, 2);
        }
    }

    private static String letterTo(int recipients) {
        return letter(TEXT, TABLE)
                .replace(
                        "To: all@kurier.example",
                        "To: " + "all@kurier.example,\r\n ".repeat(recipients) + "z@a.example");
    }

    @Test
    void attachmentsBehindALongHeaderAreReadOrOneReject() throws IOException {
        assertThat(entries(Dump.of(letterTo(20_000)))).containsExactly("null", "Fähre.txt");
        String longer = TABLE.replace("Content-Type", "X-Long: " + "x".repeat(5 << 20) + "\r\nContent-Type");
        Dump dump = Dump.of(letter(TEXT, TABLE, longer, TABLE));
        assertThat(entries(dump)).containsExactly("null", "Fähre.txt", "part-4");
        assertThat(dump.reject(2).reason()).isEqualTo(RejectReason.MALFORMED);
    }

    /** A multipart inside as many others as told. */
    private static String nested(int levels) {
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < levels; i++) {
            part.append("Content-Type: multipart/mixed; boundary=N").append(i).append("\r\n\r\n--N");
            part.append(i).append("\r\n");
        }
        return part.append(TABLE).toString();
    }

    @Test
    void multipartsNestedTooDeepAreOneReject() throws IOException {
        assertThat(entries(Dump.of(letter(TEXT, nested(99))))).containsExactly("null", "Fähre.txt");
        for (int levels : new int[] {100, 40_000}) {
            Dump dump = Dump.of(letter(TEXT, TABLE, nested(levels)));
            assertThat(entries(dump)).containsExactly("null", "Fähre.txt", "part-4");
            assertThat(dump.reject(2).reason()).isEqualTo(RejectReason.LIMIT_DEPTH);
        }
    }

    private static final String PAGE = "<html><head><title>T</title></head><body>caf\u00e9 = x</body></html>";

    private static String saved(String encoding, String content) {
        return """
                From: <Saved by Blink>
                Snapshot-Content-Location: https://kurier.example/a?b=1
                Subject: =?utf-8?Q?Caf=C3=A9?=
                Date: Sat, 22 Nov 2025 04:05:06 -0000
                MIME-Version: 1.0
                Content-Type: multipart/related;
                \ttype="text/html";
                \tboundary="----M"


                ------M
                Content-Type: text/html
                Content-ID: <frame@mhtml.blink>
                Content-Transfer-Encoding: %s
                Content-Location: https://kurier.example/a?b=1

                %s
                ------M
                Content-Type: text/html
                Content-Location: https://ads.example/frame

                <html>advertisement</html>
                ------M
                Content-Type: image/png
                Content-Transfer-Encoding: base64
                Content-Location: https://kurier.example/i.png

                iVBORw0KGgo=
                ------M--
                """.formatted(encoding, content).replace("\n", "\r\n");
    }

    @Test
    void aSavedPageNestedTooDeepIsRefused() throws IOException {
        String page = saved("8bit", PAGE).replace("Content-Type: image/png\r\n", nested(40_000));
        assertThat(Dump.of(page).reject(0).reason()).isEqualTo(RejectReason.LIMIT_DEPTH);
    }

    private static String quotedPrintable() {
        return "<html><head><title>T</title></head><body>caf=C3=A9 =3D=\r\n x</body></html>";
    }

    @Test
    void aPageSavedAsMhtmlIsOneDocument() throws IOException {
        String base64 = Base64.getMimeEncoder().encodeToString(bytes(PAGE));
        for (String whole :
                new String[] {saved("quoted-printable", quotedPrintable()), saved("base64", base64), saved("8bit", PAGE)
                }) {
            Dump dump = Dump.of(whole);
            assertThat(dump.items()).hasSize(1);
            assertThat(dump.body(0).strip()).isEqualTo(PAGE);
            assertThat(dump.capture(0).url()).isEqualTo("https://kurier.example/a?b=1");
            assertThat(dump.capture(0).capturedAt()).isEqualTo(Instant.parse("2025-11-22T04:05:06Z"));
            assertThat(dump.declared(0).headline().title()).isEqualTo("Caf\u00e9");
            assertThat(dump.place(0)).hasSize(whole.length());
        }
    }

    @Test
    void anOrdinaryMailWithPicturesIsNoSavedPage() throws IOException {
        String mail = saved("8bit", PAGE).replace("From: <Saved by Blink>", "From: a@b.example\r\nTo: c@d.example");
        assertThat(Dump.of(mail).body(0)).startsWith("From: a@b.example");
    }

    @Test
    void aSavedPageCutAtAnyByteIsAccountedFor() throws IOException {
        String whole = saved("quoted-printable", quotedPrintable());
        int page = whole.indexOf("</html>") + "</html>".length();
        int boundary = whole.indexOf("------M", page) + "------M".length();
        byte[] bytes = bytes(whole);
        for (int length = 1; length <= bytes.length; length++) {
            Dump dump = Dump.of(Arrays.copyOf(bytes, length));
            assertThat(dump.items()).as("cut at %d", length).hasSize(1);
            boolean inPage = length > whole.indexOf("<html>") && length < page;
            if (inPage) {
                assertThat(dump.reject(0).reason()).as("cut at %d", length).isEqualTo(RejectReason.TRUNCATED);
            } else if (length > boundary) {
                assertThat(dump.body(0)).as("cut at %d", length).contains("<title>T</title>");
            }
        }
    }

    @Test
    void aMailBoxCutAtAnyByteKeepsWhatStandsBefore() throws IOException {
        byte[] bytes = bytes(mail("a") + mail("b"));
        for (int length = mail("a").length(); length <= bytes.length; length++) {
            assertThat(Dump.of(Arrays.copyOf(bytes, length)).shown().get(0)).isEqualTo("a");
        }
        for (int length = 1; length < mail("a").length(); length++) {
            assertThat(Dump.of(Arrays.copyOf(bytes, length)).items()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mbox/simple.mbox, 2",
        "mbox/headers.mbox, 1",
        "mbox/multiline.mbox, 1",
        "mbox/complex.mbox, 3",
        "mbox/testMBOX_lengthy_x-headers.mbox, 1",
        "mhtml/testMHTMLFirefox.mhtml, 1"
    })
    void realMailBoxesAndPagesGiveWhatTheyHold(String name, int expected) throws IOException {
        Path file = REAL.resolve(name);
        assumeTrue(Files.exists(file), "the real documents are not here");
        Dump dump = Dump.of(Files.readAllBytes(file));
        assertThat(dump.items()).hasSize(expected).allMatch(Capture.class::isInstance);
        if (name.endsWith(".mhtml")) {
            assertThat(dump.capture(0).url()).isEqualTo("http://aperture.sourceforge.net/");
            assertThat(dump.capture(0).capturedAt()).isEqualTo(Instant.parse("2006-03-10T12:40:00Z"));
        }
    }
}
